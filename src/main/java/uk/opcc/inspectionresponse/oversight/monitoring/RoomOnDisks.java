package uk.opcc.inspectionresponse.oversight.monitoring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import uk.opcc.inspectionresponse.platform.database.DatabaseWatch;
import uk.opcc.inspectionresponse.platform.office.OfficeProperties;

/** Whether there is room on the disks that the application writes to, long before one of them is full. */
@Component
public class RoomOnDisks {

    /** A backup needs as much, and the office time to find a larger disk. */
    private static final int TIMES_THE_DATABASE = 3;

    private final DatabaseWatch database;
    private final OfficeProperties office;

    RoomOnDisks(DatabaseWatch database, OfficeProperties office) {
        this.database = database;
        this.office = office;
    }

    /** A sentence for each folder on a disk that is nearly full; none where all is well. */
    public List<String> warnings() {
        long least = Math.max(office.disk().warnBelow().toBytes(), TIMES_THE_DATABASE * database.sizeOfFile());
        List<String> warnings = new ArrayList<>();
        Stream.of(
                        database.folder(),
                        folder(String.valueOf(office.mail().getOrDefault("folder", ""))),
                        folder(office.register().exportFolder()),
                        folder(office.backup().folder()),
                        folder(System.getProperty("java.io.tmpdir")))
                .flatMap(Optional::stream)
                .map(Path::toAbsolutePath)
                .map(Path::normalize)
                .distinct()
                .filter(folder -> folder.toFile().isDirectory())
                .forEach(folder -> {
                    long room = folder.toFile().getUsableSpace();
                    if (room < least) {
                        warnings.add("The disk of " + folder + " is nearly full: there are "
                                + DataSize.ofBytes(room).toMegabytes() + " MB left, and there should be "
                                + DataSize.ofBytes(least).toMegabytes() + " MB.");
                    }
                });
        return warnings;
    }

    private static Optional<Path> folder(String path) {
        return path == null || path.isBlank() ? Optional.empty() : Optional.of(Path.of(path));
    }
}
