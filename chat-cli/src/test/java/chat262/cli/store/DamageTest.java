package chat262.cli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is damaged of a file, all that is whole is read. */
class DamageTest {
    private static final String KIND = "TESTING1";
    private static final List<String> FOUR =
            List.of("{\"first\": 1}", "{\"second\": \"and longer\"}", "V", "{\"fourth\": \"ünïcödé\"}");

    @TempDir
    Path folder;

    private Path path;
    private byte[] whole;
    private final List<Long> ends = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        path = folder.resolve("records");
        try (RecordFile file = RecordFile.open(path, KIND)) {
            for (String record : FOUR) {
                file.append(List.of(record.getBytes(StandardCharsets.UTF_8)));
                ends.add(file.end());
            }
        }
        whole = Files.readAllBytes(path);
    }

    @Test
    void anyDamagedBitCostsNoMoreThanItsOwnRecordAndIsTold() throws IOException {
        for (int at = (int) RecordFile.START; at < whole.length; at++) {
            for (int bit = 1; bit < 256; bit <<= 1) {
                Files.write(path, flipped(whole, at, bit));
                try (RecordFile file = RecordFile.openToRead(path, KIND)) {
                    assertThat(records(file)).as("bit %d of byte %d", bit, at).isEqualTo(allBut(at));
                    assertThat(file.damage()).as("bit %d of byte %d", bit, at).isPresent();
                }
            }
        }
    }

    @Test
    void aDamagedByteAndACutAnywhereCostTheDamagedAndTheCutRecordOnly() throws IOException {
        for (int at = (int) RecordFile.START; at < whole.length; at += 3) {
            for (int length = at + 1; length < whole.length; length++) {
                Files.write(path, Arrays.copyOf(flipped(whole, at, 0x41), length));
                int end = length;
                int damaged = recordAt(at);
                List<String> expected = new ArrayList<>();
                IntStream.range(0, FOUR.size())
                        .filter(i -> i != damaged && ends.get(i) <= end)
                        .forEach(i -> expected.add(FOUR.get(i)));
                try (RecordFile file = RecordFile.openToRead(path, KIND)) {
                    assertThat(records(file))
                            .as("byte %d, cut at %d", at, length)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void aRepairedFileHasWhatWasWholeTakesMoreAndTheDamagedOneIsKept() throws IOException {
        int at = (int) RecordFile.START + 12;
        byte[] damaged = flipped(whole, at, 0x10);
        Files.write(path, damaged);
        Damage found = repair();
        assertThat(found.places()).isOne();
        assertThat(found.bytes()).isEqualTo(ends.get(0) - RecordFile.START);
        assertThat(found.kept()).isEqualTo(folder.resolve("records.damaged-1")).hasBinaryContent(damaged);
        try (RecordFile file = RecordFile.open(path, KIND)) {
            assertThat(records(file)).isEqualTo(allBut(at));
            assertThat(file.damage()).isEmpty();
            file.append(List.of("more".getBytes(StandardCharsets.UTF_8)));
            assertThat(records(file)).hasSize(FOUR.size()).endsWith("more");
        }
        Files.write(path, damaged);
        assertThat(repair().kept()).isEqualTo(folder.resolve("records.damaged-2"));
    }

    @Test
    void aDamagedHeaderIsMadeAnewUnlessItIsThatOfAnotherVersion() throws IOException {
        for (int at = 0; at < RecordFile.START; at++) {
            Files.write(path, flipped(whole, at, 0x41)); // a digit becomes a letter
            if (at < 8) {
                repair();
            }
            try (RecordFile file = RecordFile.open(path, KIND)) {
                assertThat(records(file)).as("byte %d", at).isEqualTo(FOUR);
                assertThat(file.damage()).isEmpty();
            }
        }
        Files.write(path, flipped(whole, 7, '1' ^ '2'));
        assertThatThrownBy(() -> RecordFile.open(path, KIND)).hasMessageContaining("can read");
    }

    @Test
    void aPowerCutInTheMiddleOfARepairLeavesItToBeDoneAgain() throws IOException {
        Files.write(path, flipped(whole, (int) RecordFile.START, 1));
        Files.write(folder.resolve("records.new"), Arrays.copyOf(whole, 40));
        repair();
        try (RecordFile file = RecordFile.open(path, KIND)) {
            assertThat(records(file)).isEqualTo(FOUR.subList(1, 4));
        }
        assertThat(folder.resolve("records.new")).doesNotExist();
    }

    private Damage repair() throws IOException {
        RecordFile file = RecordFile.open(path, KIND);
        records(file);
        return Repair.of(file);
    }

    private static byte[] flipped(byte[] bytes, int at, int bits) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) bits;
        return flipped;
    }

    private int recordAt(int at) {
        return (int) ends.stream().filter(end -> end <= at).count();
    }

    private List<String> allBut(int at) {
        List<String> rest = new ArrayList<>(FOUR);
        rest.remove(recordAt(at));
        return rest;
    }

    private static List<String> records(RecordFile file) throws IOException {
        List<String> records = new ArrayList<>();
        file.readFrom(RecordFile.START, (offset, record) -> records.add(new String(record, StandardCharsets.UTF_8)));
        return records;
    }
}
