package dev.truename.names.workload;

import com.code_intelligence.jazzer.junit.FuzzTest;

class LinesFuzzTest {
    private static final String UNIT = "[Unit]\n# x\n[Container]\nImage=redis:%i\nExec=a \\\n b\n[Image]\nImage=a/b\n";

    /// Units, lists, and what nobody says what it is.
    @FuzzTest(maxDuration = "10s")
    void lines(byte[] bytes) {
        FuzzedWorkload.check("web.container", bytes);
        FuzzedWorkload.check("web.container", FuzzedWorkload.changed(UNIT, bytes));
        FuzzedWorkload.check("images.txt", bytes);
        FuzzedWorkload.check("-", bytes);
    }
}
