package dev.truename.names.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendorsTest {
    @ParameterizedTest
    @CsvSource({
        "ubi9, Red Hat",
        "ubi8-minimal, Red Hat",
        "ubi/infer/console, Red Hat",
        "rhel-tools, Red Hat",
        "rhel7/rhel-atomic, Red Hat",
        "redhat/x, Red Hat",
        "openshift_5gcore/amf, Red Hat",
        "rh-marketplace/x, Red Hat",
        "library/redis, Docker",
        "nvidia/driver, NVIDIA",
        "ubiquiti/unifi, ",
        "rhino/js, ",
        "rh/x, ",
        "someone/ubi9, ",
        "voltdb/redhat, ",
        "librarything/x, ",
        "library-of-things/x, ",
        "library, ",
        "redis, ",
    })
    void whoseANameLooks(String path, String vendor) {
        assertEquals(vendor, Vendors.suggestedBy(path).map(Vendor::name).orElse(null));
    }

    @ParameterizedTest
    @CsvSource({
        "ubi9, registry.access.redhat.com/ubi9, true",
        "ubi9, registry.redhat.io/ubi9, true",
        "ubi9, registry.redhat.io.evil.example/ubi9, false",
        "ubi9, registry.redhat.io:5000/ubi9, false",
        "openshift/x, quay.io/openshift/x, true",
        "openshift/x, quay.io/openshifty/x, false",
        "rh-partner/x, registry.connect.redhat.com/rh-partner/x, false",
        "library/redis, docker.io/redis, true",
        "library/redis, registry-1.docker.io/library/redis, true",
        "library/redis, quay.io/library/redis, false",
        "nvidia/driver, docker.io/nvidia/driver, true",
        "nvidia/driver, docker.io/nvidia-driver/driver, false",
    })
    void whereAVendorsNamesAre(String path, String repository, boolean own) {
        assertEquals(own, Vendors.suggestedBy(path).orElseThrow().owns(Repository.parse(repository)));
    }

    @Test
    void everyVendorIsDeclaredWithNamesAndPlacesThatCanBe() {
        for (Vendor vendor : Vendors.ALL) {
            vendor.words()
                    .forEach(word -> assertEquals(word, ShortName.parseKey(word).path()));
            vendor.words()
                    .forEach(word ->
                            assertEquals(vendor, Vendors.suggestedBy(word).orElseThrow()));
            vendor.starts()
                    .forEach(start -> assertEquals(
                            vendor, Vendors.suggestedBy(start + "x").orElseThrow()));
            vendor.places().forEach(place -> Repository.parse(place + "/x"));
            for (String place : vendor.places()) {
                String host = place.indexOf('/') < 0 ? place : place.substring(0, place.indexOf('/'));
                assertEquals(host, KnownRegistries.canonical(host), "a place is written by the host's one name");
                assertTrue(KnownRegistries.of(host).isPresent(), host);
            }
        }
    }
}
