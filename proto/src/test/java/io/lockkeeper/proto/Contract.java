package io.lockkeeper.proto;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What readers and writers of the events rely on, as a text that a person can review:
 *
 * <pre>
 * message lockkeeper.v1.ControlRefused
 *   1 migration_id string singular -
 *   5 at google.protobuf.Timestamp singular -
 *   reserved 6 to 6
 *   reserved old_name
 * </pre>
 *
 * A member is {@code number name type label oneof}, an enum value {@code number name}.
 */
record Contract(Map<String, Type> types) {

    /** A message or an enum; {@code kind} is that word. */
    record Type(String kind, Map<Integer, Member> members, List<Range> reservedNumbers, List<String> reservedNames) {

        static Type of(String kind) {
            return new Type(kind, new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
        }

        boolean reserves(int number) {
            return reservedNumbers.stream().anyMatch(range -> range.from <= number && number <= range.to);
        }

        boolean reserves(Range range) {
            return reservedNumbers.stream().anyMatch(ours -> ours.from <= range.from && range.to <= ours.to);
        }
    }

    /** {@code type}, {@code label} and {@code oneof} are "-" where there is none. */
    record Member(String name, String type, String label, String oneof) {}

    /** Both ends included. */
    record Range(int from, int to) {}

    static Contract of(List<FileDescriptor> files) {
        Map<String, Type> types = new TreeMap<>();
        for (FileDescriptor file : files) {
            file.getMessageTypes().forEach(message -> add(types, message));
            file.getEnumTypes().forEach(type -> add(types, type));
        }
        return new Contract(types);
    }

    static Contract parse(String text) {
        Map<String, Type> types = new TreeMap<>();
        Type current = Type.of("none");
        for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
            String[] words = line.strip().split(" ");
            if (!line.startsWith(" ")) {
                current = Type.of(words[0]);
                types.put(words[1], current);
            } else if (words[0].equals("reserved") && words.length == 4) {
                current.reservedNumbers.add(new Range(Integer.parseInt(words[1]), Integer.parseInt(words[3])));
            } else if (words[0].equals("reserved")) {
                current.reservedNames.add(words[1]);
            } else {
                current.members.put(Integer.parseInt(words[0]), member(words));
            }
        }
        return new Contract(types);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        types.forEach((name, type) -> {
            text.append(type.kind).append(' ').append(name).append('\n');
            type.members.forEach((number, member) -> text.append("  ")
                    .append(number)
                    .append(' ')
                    .append(line(type, member))
                    .append('\n'));
            type.reservedNumbers.forEach(range -> text.append("  reserved ")
                    .append(range.from)
                    .append(" to ")
                    .append(range.to)
                    .append('\n'));
            type.reservedNames.forEach(
                    reserved -> text.append("  reserved ").append(reserved).append('\n'));
        });
        return text.toString();
    }

    private static Member member(String[] words) {
        return words.length == 2
                ? new Member(words[1], "-", "-", "-")
                : new Member(words[1], words[2], words[3], words[4]);
    }

    private static String line(Type type, Member member) {
        return type.kind.equals("enum")
                ? member.name
                : String.join(" ", member.name, member.type, member.label, member.oneof);
    }

    private static void add(Map<String, Type> types, Descriptor message) {
        Type type = Type.of("message");
        message.getFields().forEach(field -> type.members.put(field.getNumber(), member(field)));
        message.toProto()
                .getReservedRangeList()
                .forEach(range -> type.reservedNumbers.add(new Range(range.getStart(), range.getEnd() - 1)));
        type.reservedNames.addAll(message.toProto().getReservedNameList());
        types.put(message.getFullName(), type);
        message.getNestedTypes().forEach(nested -> add(types, nested));
        message.getEnumTypes().forEach(nested -> add(types, nested));
    }

    private static void add(Map<String, Type> types, EnumDescriptor values) {
        Type type = Type.of("enum");
        values.getValues()
                .forEach(value -> type.members.put(value.getNumber(), new Member(value.getName(), "-", "-", "-")));
        values.toProto()
                .getReservedRangeList()
                .forEach(range -> type.reservedNumbers.add(new Range(range.getStart(), range.getEnd())));
        type.reservedNames.addAll(values.toProto().getReservedNameList());
        types.put(values.getFullName(), type);
    }

    private static Member member(FieldDescriptor field) {
        String type =
                switch (field.getJavaType()) {
                    case MESSAGE -> field.getMessageType().getFullName();
                    case ENUM -> field.getEnumType().getFullName();
                    default -> field.getType().name().toLowerCase(java.util.Locale.ROOT);
                };
        String label = field.isRepeated() ? "repeated" : field.toProto().getProto3Optional() ? "optional" : "singular";
        OneofDescriptor oneof = field.getRealContainingOneof();
        return new Member(field.getName(), type, label, oneof == null ? "-" : oneof.getName());
    }
}
