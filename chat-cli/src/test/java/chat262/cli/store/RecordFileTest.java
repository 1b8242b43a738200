package chat262.cli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFileTest {
    private static final String KIND = "TESTING1";
    private static final List<String> THREE = List.of("first", "second, and longer", "third: ünïcödé");

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve("records");
    }

    @Test
    void whatWasAppendedIsReadInOrder() throws IOException {
        append(THREE);
        assertThat(readAll()).isEqualTo(THREE);
    }

    @Test
    void aFileCutAtAnyByteKeepsEveryWholeRecordAndTakesNewOnes() throws IOException {
        List<Long> ends = append(THREE);
        byte[] whole = Files.readAllBytes(path);
        for (int length = 0; length <= whole.length; length++) {
            Files.write(path, Arrays.copyOf(whole, length));
            int cut = length;
            int kept = (int) ends.stream().filter(end -> end <= cut).count();
            append(List.of("after the cut at " + length));
            List<String> expected = new ArrayList<>(THREE.subList(0, kept));
            expected.add("after the cut at " + length);
            assertThat(readAll()).as("cut at %d", length).isEqualTo(expected);
        }
    }

    @Test
    void aTailOfZerosOrOfNoiseIsCutOff() throws IOException {
        append(THREE);
        for (byte[] tail : List.of(new byte[1], new byte[8], new byte[5000], new byte[] {0, 0, 0, 2, 9, 9, 9, 9, 7})) {
            Files.write(path, tail, StandardOpenOption.APPEND);
            assertThat(readAll()).isEqualTo(THREE);
        }
    }

    @Test
    void whatWasCutOffIsKeptBesideTheFile() throws IOException {
        append(THREE);
        Files.write(path, new byte[] {0, 0, 0, 9, 1, 2, 3, 4, 'h', 'a', 'l', 'f'}, StandardOpenOption.APPEND);
        readAll();
        assertThat(Files.readAllBytes(folder.resolve("records.cut")))
                .isEqualTo(new byte[] {0, 0, 0, 9, 1, 2, 3, 4, 'h', 'a', 'l', 'f'});
    }

    @Test
    void aReaderLeavesATornEndAlone() throws IOException {
        append(THREE);
        Files.write(path, new byte[5], StandardOpenOption.APPEND);
        long size = Files.size(path);
        try (RecordFile file = RecordFile.openToRead(path, KIND)) {
            assertThat(records(file)).isEqualTo(THREE);
        }
        assertThat(Files.size(path)).isEqualTo(size);
    }

    @Test
    void aFileOfAnotherVersionIsRefusedAndNotTouched() throws IOException {
        append(THREE);
        byte[] before = Files.readAllBytes(path);
        assertThatThrownBy(() -> RecordFile.open(path, "TESTING2")).hasMessageContaining("TESTING2");
        assertThat(Files.readAllBytes(path)).isEqualTo(before);
    }

    @Test
    void thereIsNothingToReadBeforeTheHeaderIsWhole() throws IOException {
        Files.write(path, new byte[10]);
        assertThatThrownBy(() -> RecordFile.openToRead(path, KIND)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aRecordIsFoundByWhereItStarts() throws IOException {
        try (RecordFile file = open()) {
            long[] offsets = file.append(bytes(THREE));
            assertThat(new String(file.read(offsets[1]), StandardCharsets.UTF_8))
                    .isEqualTo(THREE.get(1));
        }
    }

    @Test
    void aRecordThatDoesNotFitLeavesTheFileAsItWas() throws IOException {
        append(THREE);
        try (RecordFile file = open()) {
            List<byte[]> records = List.of(new byte[3], new byte[(16 << 20) + 1]);
            assertThatThrownBy(() -> file.append(records)).isInstanceOf(IOException.class);
        }
        assertThat(readAll()).isEqualTo(THREE);
    }

    /** Appends records one by one, and returns where each ended. */
    private List<Long> append(List<String> records) throws IOException {
        List<Long> ends = new ArrayList<>();
        try (RecordFile file = open()) {
            for (byte[] record : bytes(records)) {
                file.append(List.of(record));
                ends.add(file.end());
            }
        }
        return ends;
    }

    private static List<byte[]> bytes(List<String> records) {
        return records.stream()
                .map(record -> record.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private RecordFile open() throws IOException {
        RecordFile file = RecordFile.open(path, KIND);
        records(file);
        if (file.damage().isPresent()) {
            Repair.of(file);
            file = RecordFile.open(path, KIND);
            records(file);
        }
        file.cutTornEnd();
        return file;
    }

    private List<String> readAll() throws IOException {
        try (RecordFile file = open()) {
            assertThat(Files.size(path)).isEqualTo(file.end());
            return records(file);
        }
    }

    private static List<String> records(RecordFile file) throws IOException {
        List<String> records = new ArrayList<>();
        file.readFrom(RecordFile.START, (offset, record) -> records.add(new String(record, StandardCharsets.UTF_8)));
        return records;
    }
}
