package pinplan.publer.sandbox;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A fault that waits for the requests it is meant for. */
@Entity
public class SandboxFault extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY)
    SandboxWorld world;

    @Enumerated(EnumType.STRING)
    public Fault fault;

    public String operations;
    public int remaining;

    static void script(SandboxWorld world, Fault fault, int times, Set<Operation> operations) {
        SandboxFault scripted = new SandboxFault();
        scripted.world = world;
        scripted.fault = fault;
        scripted.operations = operations.stream().map(Enum::name).collect(Collectors.joining(","));
        scripted.remaining = times;
        scripted.persist();
    }

    static List<SandboxFault> waiting(SandboxWorld world) {
        return list("world = ?1 and remaining > 0 order by id", world);
    }

    /** Uses up one time of each fault that waits for this operation. */
    static Set<Fault> take(SandboxWorld world, Operation operation) {
        Set<Fault> taken = EnumSet.noneOf(Fault.class);
        for (SandboxFault scripted : waiting(world)) {
            if (scripted.concerns(operation) && taken.add(scripted.fault)) {
                scripted.remaining--;
            }
        }
        return taken;
    }

    private boolean concerns(Operation operation) {
        return Arrays.asList(operations.split(",")).contains(operation.name());
    }
}
