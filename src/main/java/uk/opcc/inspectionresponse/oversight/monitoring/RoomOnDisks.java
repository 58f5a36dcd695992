package uk.opcc.inspectionresponse.oversight.monitoring;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import uk.opcc.inspectionresponse.platform.database.DatabaseWatch;
import uk.opcc.inspectionresponse.platform.office.OfficeProperties;

/** Whether there is room on the disks that the application writes to, long before one of them is full. */
@Component
public class RoomOnDisks {

    /** A backup needs as much, and the office time to find a larger disk. */
    private static final int TIMES_THE_DATABASE = 3;

    /** Bytes for temporary files, which lie on a small disk of their own on many a server. */
    private static final long TEMPORARY = DataSize.ofMegabytes(100).toBytes();

    private final DatabaseWatch database;
    private final OfficeProperties office;

    RoomOnDisks(DatabaseWatch database, OfficeProperties office) {
        this.database = database;
        this.office = office;
    }

    /** A sentence for each folder on a disk that is nearly full; none where all is well. */
    public List<String> warnings() {
        return List.copyOf(warningsByFolder().values());
    }

    /** The same sentences, each with its folder. */
    Map<Path, String> warningsByFolder() {
        Map<Path, String> warnings = new LinkedHashMap<>();
        needed().forEach((folder, least) -> {
            long room = folder.toFile().getUsableSpace();
            if (room < least) {
                warnings.put(
                        folder,
                        "The disk of " + folder + " is nearly full: there are "
                                + DataSize.ofBytes(room).toMegabytes() + " MB left, and there should be "
                                + DataSize.ofBytes(least).toMegabytes() + " MB.");
            }
        });
        return warnings;
    }

    /** How many bytes each folder that is there should have. */
    private Map<Path, Long> needed() {
        long least = office.disk().warnBelow().toBytes();
        long forDatabase = Math.max(least, TIMES_THE_DATABASE * database.sizeOfFile());
        Map<Path, Long> needed = new LinkedHashMap<>();
        add(needed, database.folder(), forDatabase);
        add(needed, folder(String.valueOf(office.mail().getOrDefault("folder", ""))), least);
        add(needed, folder(office.register().exportFolder()), least);
        add(needed, folder(office.backup().folder()), forDatabase);
        add(needed, folder(System.getProperty("java.io.tmpdir")), Math.min(least, TEMPORARY));
        return needed;
    }

    private static void add(Map<Path, Long> needed, Optional<Path> folder, long bytes) {
        folder.map(Path::toAbsolutePath)
                .map(Path::normalize)
                .filter(there -> there.toFile().isDirectory())
                .ifPresent(there -> needed.merge(there, bytes, Math::max));
    }

    private static Optional<Path> folder(String path) {
        return path == null || path.isBlank() ? Optional.empty() : Optional.of(Path.of(path));
    }
}
