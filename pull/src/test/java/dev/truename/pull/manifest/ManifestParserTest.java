package dev.truename.pull.manifest;

import static dev.truename.pull.manifest.MediaTypes.DOCKER_LIST;
import static dev.truename.pull.manifest.MediaTypes.DOCKER_MANIFEST;
import static dev.truename.pull.manifest.MediaTypes.OCI_INDEX;
import static dev.truename.pull.manifest.MediaTypes.OCI_MANIFEST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.reference.Digest;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.testkit.content.Format;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.content.TestIndex;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestParserTest {
    private static final String SOURCE = "https://registry.example/v2/a/manifests/1";
    private static final String HEX = "0123456789abcdef".repeat(4);
    private static final String CONFIG =
            "{'mediaType':'application/vnd.oci.image.config.v1+json','digest':'sha256:" + HEX + "','size':2}";
    private static final String LAYER =
            "{'mediaType':'application/vnd.oci.image.layer.v1.tar+gzip','digest':'sha256:" + HEX + "','size':7}";
    private static final String CHILD = "{'mediaType':'" + OCI_MANIFEST + "','digest':'sha256:" + HEX
            + "','size':3,'platform':{'os':'linux','architecture':'arm64','variant':'v8'}}";
    private static final String IMAGE = "'config':" + CONFIG + ",'layers':[" + LAYER + "]";
    private static final String INDEX = "'manifests':[" + CHILD + "]";

    private static String body(String fields) {
        return "{'schemaVersion':2," + fields + "}";
    }

    private static Manifest parse(String mediaType, String json) throws PullException {
        return parse(mediaType, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static Manifest parse(String mediaType, byte[] bytes) throws PullException {
        return ManifestParser.parse(new RawManifest(mediaType, bytes, Digest.parse("sha256:" + HEX)), SOURCE);
    }

    private static PullFailure refused(String mediaType, String json) {
        return assertThrows(PullException.class, () -> parse(mediaType, json)).failure();
    }

    @Test
    void anImageTellsItsConfigAndItsLayersFromTheBaseUp() throws PullException {
        String upper = LAYER.replace("'size':7", "'size':8,'annotations':{'a':'b'}");
        Manifest.Image image = assertInstanceOf(
                Manifest.Image.class,
                parse(
                        OCI_MANIFEST,
                        body("'config':" + CONFIG + ",'layers':[" + LAYER + "," + upper
                                + "],'artifactType':'x/y','annotations':{'k':'v'},'future':{'a':[1]}")));
        assertEquals(2, image.config().size());
        assertEquals(
                List.of(7L, 8L), image.layers().stream().map(Descriptor::size).toList());
        assertEquals("b", image.layers().get(1).annotations().get("a"));
        assertEquals(Optional.of("x/y"), image.artifactType());
        assertEquals("v", image.annotations().get("k"));
    }

    @Test
    void anIndexTellsThePlatforms() throws PullException {
        Manifest.Index index = assertInstanceOf(Manifest.Index.class, parse(OCI_INDEX, body(INDEX)));
        assertEquals(
                Optional.of(Platform.parse("linux/arm64/v8")),
                index.manifests().getFirst().platform());
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void bothFamiliesAreRead(Format format) throws PullException {
        TestImage image =
                TestImage.builder().format(format).layer(Layer.file("a", "b")).build();
        TestIndex index = TestIndex.builder().format(format).image(image).build();
        assertInstanceOf(Manifest.Image.class, parse(image.manifest().mediaType(), read(image.manifest())));
        Manifest.Index read =
                assertInstanceOf(Manifest.Index.class, parse(index.manifest().mediaType(), read(index.manifest())));
        assertEquals(image.digest(), read.manifests().getFirst().digest().toString());
    }

    private static byte[] read(dev.truename.testkit.content.Manifest manifest) {
        return Contents.of(manifest.blob());
    }

    @ParameterizedTest(name = "served as \"{0}\": {2}")
    @FieldSource
    void theMediaTypeIsFound(String served, String fields, String found) throws PullException {
        assertEquals(found, parse(served, body(fields)).raw().mediaType());
    }

    static final List<Arguments> theMediaTypeIsFound = List.of(
            Arguments.of(OCI_MANIFEST, IMAGE, OCI_MANIFEST),
            Arguments.of(OCI_MANIFEST + "; charset=utf-8", IMAGE, OCI_MANIFEST),
            Arguments.of(OCI_MANIFEST.replace("vnd", "VND"), IMAGE, OCI_MANIFEST),
            Arguments.of(DOCKER_MANIFEST, IMAGE, DOCKER_MANIFEST),
            Arguments.of(DOCKER_LIST, INDEX, DOCKER_LIST),
            Arguments.of("", IMAGE, OCI_MANIFEST),
            Arguments.of("", INDEX, OCI_INDEX),
            Arguments.of("application/json", INDEX, OCI_INDEX),
            Arguments.of("text/plain", IMAGE, OCI_MANIFEST),
            Arguments.of("", "'mediaType':'" + DOCKER_MANIFEST + "'," + IMAGE, DOCKER_MANIFEST),
            Arguments.of("application/json", "'mediaType':'" + DOCKER_LIST + "'," + INDEX, DOCKER_LIST));

    @ParameterizedTest(name = "{0}")
    @FieldSource
    void whatCanBeReadInTwoWaysIsMalformed(String why, String served, String json) {
        PullFailure failure = refused(served, json);
        assertInstanceOf(PullFailure.Malformed.class, failure);
        assertEquals(SOURCE, failure.source());
    }

    static final List<Arguments> whatCanBeReadInTwoWaysIsMalformed = List.of(
            Arguments.of("image that is an index", OCI_MANIFEST, body(IMAGE + "," + INDEX)),
            Arguments.of("index that is an image", OCI_INDEX, body(IMAGE + "," + INDEX)),
            Arguments.of("both, served as neither", "", body(IMAGE + "," + INDEX)),
            Arguments.of("index with layers", OCI_INDEX, body(INDEX + ",'layers':[]")),
            Arguments.of("index with a config", OCI_INDEX, body(INDEX + ",'config':" + CONFIG)),
            Arguments.of("index with null layers", OCI_INDEX, body(INDEX + ",'layers':null")),
            Arguments.of("image with null manifests", OCI_MANIFEST, body(IMAGE + ",'manifests':null")),
            Arguments.of("image with schema 1 layers", OCI_MANIFEST, body(IMAGE + ",'fsLayers':[]")),
            Arguments.of("key in other letters", OCI_MANIFEST, body(IMAGE + ",'Manifests':[]")),
            Arguments.of("key in letters that fold", OCI_INDEX, body(INDEX + ",'layer\u017f':[]")),
            Arguments.of(
                    "descriptor's key in other letters",
                    OCI_INDEX,
                    body(INDEX.replace("'size':3", "'size':3,'Digest':'x'"))),
            Arguments.of("key twice", OCI_MANIFEST, body(IMAGE + ",'config':" + CONFIG)),
            Arguments.of("key twice, far inside", OCI_MANIFEST, body(IMAGE + ",'x':[{'a':1,'a':1}]")),
            Arguments.of("key twice by an escape", OCI_MANIFEST, body(IMAGE + ",'l\\u0061yers':[]")),
            Arguments.of("other media type inside", OCI_MANIFEST, body("'mediaType':'" + OCI_INDEX + "'," + IMAGE)),
            Arguments.of("other family inside", OCI_MANIFEST, body("'mediaType':'" + DOCKER_MANIFEST + "'," + IMAGE)));

    @ParameterizedTest(name = "{0}")
    @FieldSource
    void whatIsIncompleteOrNotJsonIsMalformed(String why, String served, String json) {
        assertInstanceOf(PullFailure.Malformed.class, refused(served, json));
    }

    static final List<Arguments> whatIsIncompleteOrNotJsonIsMalformed = List.of(
            Arguments.of("empty", OCI_MANIFEST, ""),
            Arguments.of("white space", OCI_MANIFEST, " \n"),
            Arguments.of("not JSON", OCI_MANIFEST, "<html>"),
            Arguments.of("array", OCI_MANIFEST, "[]"),
            Arguments.of("string", OCI_MANIFEST, "'a'"),
            Arguments.of("cut off", OCI_MANIFEST, "{'schemaVersion':2," + IMAGE),
            Arguments.of("something behind", OCI_MANIFEST, body(IMAGE) + "x"),
            Arguments.of("a second object behind", OCI_MANIFEST, body(IMAGE) + "{}"),
            Arguments.of("comment", OCI_MANIFEST, body(IMAGE) + "// x"),
            Arguments.of("byte order mark", OCI_MANIFEST, "\ufeff" + body(IMAGE)),
            Arguments.of("trailing comma", OCI_MANIFEST, body(IMAGE + ",")),
            Arguments.of("nested deep", OCI_MANIFEST, body(IMAGE + ",'x':" + "[".repeat(40) + "]".repeat(40))),
            Arguments.of("no version", OCI_MANIFEST, "{" + IMAGE + "}"),
            Arguments.of("version as a string", OCI_MANIFEST, "{'schemaVersion':'2'," + IMAGE + "}"),
            Arguments.of("version 2.0", OCI_MANIFEST, "{'schemaVersion':2.0," + IMAGE + "}"),
            Arguments.of("version 3", OCI_MANIFEST, "{'schemaVersion':3," + IMAGE + "}"),
            Arguments.of("no config", OCI_MANIFEST, body("'layers':[]")),
            Arguments.of("no layers", OCI_MANIFEST, body("'config':" + CONFIG)),
            Arguments.of("layers null", OCI_MANIFEST, body("'config':" + CONFIG + ",'layers':null")),
            Arguments.of("layers an object", OCI_MANIFEST, body("'config':" + CONFIG + ",'layers':{}")),
            Arguments.of("a layer that is a string", OCI_MANIFEST, body("'config':" + CONFIG + ",'layers':['x']")),
            Arguments.of("no manifests", OCI_INDEX, body("'annotations':{}")),
            Arguments.of("annotation that is a number", OCI_INDEX, body(INDEX + ",'annotations':{'a':1}")),
            Arguments.of("neither, served as neither", "", body("'annotations':{}")),
            Arguments.of("media type that is a number", "", body("'mediaType':2," + IMAGE)),
            Arguments.of(
                    "too many layers",
                    OCI_MANIFEST,
                    body("'config':" + CONFIG + ",'layers':[" + (LAYER + ",").repeat(10_000) + LAYER + "]")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'digest':'sha256:../../../etc/passwd'",
                "'digest':'sha256:'",
                "'digest':'sha256'",
                "'digest':''",
                "'digest':null",
                "'digest':7",
                "'digest':'md5:0123456789abcdef0123456789abcdef'",
                "'digest':'SHA256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'",
                "'digest':'sha256:0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef'",
                "'digest':'sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef '",
                "'digest':'sha512:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'"
            })
    void whatIsNoDigestIsMalformed(String digest) {
        String layer = LAYER.replace("'digest':'sha256:" + HEX + "'", digest);
        assertInstanceOf(
                PullFailure.Malformed.class,
                refused(OCI_MANIFEST, body("'config':" + CONFIG + ",'layers':[" + layer + "]")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "1.5",
                "1.0",
                "1e3",
                "'7'",
                "null",
                "true",
                "9223372036854775807",
                "9223372036854775808",
                "17592186044417",
                "1000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            })
    void whatIsNoSizeIsMalformed(String size) {
        String layer = LAYER.replace("'size':7", "'size':" + size);
        assertInstanceOf(
                PullFailure.Malformed.class,
                refused(OCI_MANIFEST, body("'config':" + CONFIG + ",'layers':[" + layer + "]")));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
                    'mediaType':'application/vnd.oci.image.config.v1+json', |
                    'mediaType':'application/vnd.oci.image.config.v1+json'  | 'mediaType':''
                    ,'size':2                                                |
                    'size':2                                                 | 'size':2,'urls':[1]
                    'size':2                                                 | 'size':2,'urls':'http://a'
                    'size':2                                                 | 'size':2,'annotations':[]
                    'size':2                                                 | 'size':2,'platform':'linux'
                    """)
    void aBrokenDescriptorIsMalformed(String part, String by) {
        String config = CONFIG.replace(part, by == null ? "" : by);
        assertFalse(config.equals(CONFIG));
        assertInstanceOf(
                PullFailure.Malformed.class, refused(OCI_MANIFEST, body("'config':" + config + ",'layers':[]")));
    }

    @Test
    void whatIsNotUtf8IsMalformed() {
        byte[] bytes = body(IMAGE + ",'x':'y'").replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xC3;
        PullException refused = assertThrows(PullException.class, () -> parse(OCI_MANIFEST, bytes));
        assertInstanceOf(PullFailure.Malformed.class, refused.failure());
        byte[] utf16 = body(IMAGE).replace('\'', '"').getBytes(StandardCharsets.UTF_16LE);
        refused = assertThrows(PullException.class, () -> parse(OCI_MANIFEST, utf16));
        assertInstanceOf(PullFailure.Malformed.class, refused.failure());
    }

    @Test
    void moreThanTheBoundIsTooLarge() {
        byte[] bytes = new byte[ManifestParser.MAX_BYTES + 1];
        PullException refused = assertThrows(PullException.class, () -> parse(OCI_MANIFEST, bytes));
        assertInstanceOf(PullFailure.TooLarge.class, refused.failure());
    }

    @ParameterizedTest
    @CsvSource({
        "application/vnd.docker.distribution.manifest.v1+json, 1",
        "application/vnd.docker.distribution.manifest.v1+prettyjws, 1",
        "application/json, 1",
        "'', 1",
        "application/vnd.docker.distribution.manifest.v1+json, 2"
    })
    void schema1IsRefusedWithAWayOut(String served, int version) {
        PullFailure failure =
                refused(served, "{'schemaVersion':" + version + ",'name':'a','fsLayers':[],'history':[]}");
        assertInstanceOf(PullFailure.Unsupported.class, failure);
        assertTrue(failure.detail().contains("schema 1"), failure.detail());
        assertTrue(failure.detail().contains("skopeo copy"), failure.detail());
    }

    @ParameterizedTest
    @CsvSource({
        "application/vnd.oci.artifact.manifest.v1+json, ''",
        "application/vnd.example+json, ''",
        "'', application/vnd.example+json",
        "text/html, ''"
    })
    void anUnknownMediaTypeIsUnsupported(String served, String inside) {
        String type = inside.isEmpty() ? "" : "'mediaType':'" + inside + "',";
        assertInstanceOf(PullFailure.Unsupported.class, refused(served, body(type + IMAGE)));
    }

    @Test
    void whatTheOtherSideSaysIsShownWithoutControlCharacters() {
        PullFailure failure = refused("", body("'mediaType':'x\\u001b[31m\\n\u202e'," + IMAGE));
        assertTrue(failure.detail().chars().allMatch(c -> c >= ' ' && c < 0x7f), failure.detail());
    }

    @ParameterizedTest
    @CsvSource({
        "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip, true",
        "application/vnd.oci.image.layer.nondistributable.v1.tar, true",
        "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip, true",
        "application/vnd.docker.image.rootfs.diff.tar.gzip, false",
        "application/vnd.oci.image.layer.v1.tar+zstd, false"
    })
    void foreignLayersAreRecognised(String mediaType, boolean foreign) throws PullException {
        String layer = LAYER.replace("application/vnd.oci.image.layer.v1.tar+gzip", mediaType)
                .replace("'size':7", "'size':7,'urls':['https://elsewhere.example/x']");
        Manifest.Image image = assertInstanceOf(
                Manifest.Image.class, parse(OCI_MANIFEST, body("'config':" + CONFIG + ",'layers':[" + layer + "]")));
        assertEquals(foreign, image.layers().getFirst().isForeign());
        assertEquals(
                List.of("https://elsewhere.example/x"),
                image.layers().getFirst().urls());
    }

    @Test
    void aPlatformThatDoesNotTellIsNone() throws PullException {
        String child = CHILD.replace("'os':'linux'", "'os':''");
        Manifest.Index index =
                assertInstanceOf(Manifest.Index.class, parse(OCI_INDEX, body("'manifests':[" + child + "]")));
        assertEquals(Optional.empty(), index.manifests().getFirst().platform());
    }
}
