package io.lockkeeper.proto;

import io.lockkeeper.proto.Contract.Member;
import io.lockkeeper.proto.Contract.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What would break services of another version, and what to do instead; one sentence each. */
final class ContractBreaks {

    private final List<String> breaks = new ArrayList<>();

    private ContractBreaks() {}

    static List<String> between(Contract baseline, Contract current) {
        ContractBreaks found = new ContractBreaks();
        baseline.types().forEach((name, old) -> {
            Type now = current.types().get(name);
            if (now == null) {
                found.add(
                        "%s %s is gone: records of it are in Kafka; put it back, and mark it deprecated",
                        old.kind(), name);
            } else if (!now.kind().equals(old.kind())) {
                found.add("%s was a %s and is a %s: give the new one another name", name, old.kind(), now.kind());
            } else {
                old.members().forEach((number, member) -> found.compare(name, number, member, now));
                found.compareReserved(name, old, now);
            }
        });
        return found.breaks;
    }

    private void compare(String type, int number, Member old, Type now) {
        Member member = now.members().get(number);
        if (member == null) {
            compareRemoved(type, number, old, now);
        } else if (!member.name().equals(old.name())) {
            add(
                    "%s %d was %s and is %s: a number keeps its name; add a new number instead%s",
                    type, number, old.name(), member.name(), movedTo(old, now));
        } else {
            compareShape("%s.%s".formatted(type, old.name()), "type", old.type(), member.type());
            compareShape("%s.%s".formatted(type, old.name()), "label", old.label(), member.label());
            compareShape("%s.%s".formatted(type, old.name()), "oneof", old.oneof(), member.oneof());
        }
    }

    private void compareRemoved(String type, int number, Member old, Type now) {
        String moved = movedTo(old, now);
        if (!moved.isEmpty()) {
            add("%s.%s was %d%s: a name keeps its number; put it back to %d", type, old.name(), number, moved, number);
        } else if (now.kind().equals("enum")) {
            add(
                    "%s %s = %d is gone: a value stays for ever; put it back, and mark it deprecated",
                    type, old.name(), number);
        } else if (!now.reserves(number) || !now.reservedNames().contains(old.name())) {
            add(
                    "%s.%s = %d is gone: write `reserved %d; reserved \"%s\";` into the message, so that neither is used again",
                    type, old.name(), number, number, old.name());
        }
    }

    private void compareShape(String member, String what, String old, String now) {
        if (!old.equals(now)) {
            add("%s has %s %s and had %s: add a new field and reserve this one", member, what, now, old);
        }
    }

    private void compareReserved(String type, Type old, Type now) {
        old.reservedNumbers().stream()
                .filter(range -> !now.reserves(range))
                .forEach(range -> add(
                        "%s no longer reserves %d to %d: put `reserved` back, old records use it",
                        type, range.from(), range.to()));
        old.reservedNames().stream()
                .filter(name -> !now.reservedNames().contains(name))
                .forEach(name -> add("%s no longer reserves \"%s\": put `reserved` back", type, name));
    }

    private static String movedTo(Member old, Type now) {
        return now.members().entrySet().stream()
                .filter(member -> member.getValue().name().equals(old.name()))
                .map(Map.Entry::getKey)
                .map(number -> " (%s is %d now)".formatted(old.name(), number))
                .findFirst()
                .orElse("");
    }

    private void add(String format, Object... values) {
        breaks.add(format.formatted(values));
    }
}
