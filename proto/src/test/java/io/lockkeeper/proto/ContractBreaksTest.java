package io.lockkeeper.proto;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.DescriptorProto.ReservedRange;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.OneofDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each change is made to one small file: a message Boat with three fields and a oneof, and an enum Gate. */
class ContractBreaksTest {

    @Test
    void passesWhatDidNotChange() {
        assertThat(breaks(file -> {})).isEmpty();
    }

    @Test
    void passesAddedMessagesFieldsAndValues() {
        assertThat(breaks(file -> {
                    boat(file).addField(field("length", 9, Type.TYPE_INT32));
                    file.addMessageTypeBuilder().setName("Canal");
                    gate(file).addValue(value("GATE_STUCK", 2));
                }))
                .isEmpty();
    }

    @Test
    void catchesARemovedFieldThatIsNotReserved() {
        assertThat(breaks(file -> boat(file).removeField(0)))
                .containsExactly(
                        "t.Boat.name = 1 is gone: write `reserved 1; reserved \"name\";` into the message, so that neither is used again");
    }

    @Test
    void catchesARemovedFieldOfWhichOnlyTheNumberOrOnlyTheNameIsReserved() {
        assertThat(breaks(file -> boat(file).removeField(0).addReservedRange(range(1, 1))))
                .singleElement()
                .asString()
                .contains("reserved \"name\"");
        assertThat(breaks(file -> boat(file).removeField(0).addReservedName("name")))
                .singleElement()
                .asString()
                .contains("reserved 1");
    }

    @Test
    void passesARemovedFieldWhoseNumberAndNameAreReserved() {
        assertThat(breaks(file ->
                        boat(file).removeField(0).addReservedRange(range(1, 1)).addReservedName("name")))
                .isEmpty();
    }

    @Test
    void catchesARenumberedField() {
        assertThat(breaks(file -> boat(file).getFieldBuilder(0).setNumber(9)))
                .containsExactly("t.Boat.name was 1 (name is 9 now): a name keeps its number; put it back to 1");
    }

    @Test
    void catchesARenumberedFieldEvenWhenItsOldNumberIsReserved() {
        assertThat(breaks(file -> {
                    boat(file).getFieldBuilder(0).setNumber(9);
                    boat(file).addReservedRange(range(1, 1));
                }))
                .singleElement()
                .asString()
                .contains("name keeps its number");
    }

    @Test
    void catchesTwoFieldsThatSwappedTheirNumbers() {
        assertThat(breaks(file -> {
                    boat(file).getFieldBuilder(0).setNumber(2);
                    boat(file).getFieldBuilder(1).setNumber(1);
                }))
                .hasSize(2)
                .allSatisfy(broken -> assertThat(broken).contains("a number keeps its name"));
    }

    @Test
    void catchesARenamedField() {
        assertThat(breaks(file -> boat(file).getFieldBuilder(0).setName("title")))
                .containsExactly("t.Boat 1 was name and is title: a number keeps its name; add a new number instead");
    }

    @Test
    void catchesAChangedType() {
        assertThat(breaks(file -> boat(file).getFieldBuilder(0).setType(Type.TYPE_BYTES)))
                .containsExactly("t.Boat.name has type bytes and had string: add a new field and reserve this one");
    }

    @Test
    void catchesAChangedMessageTypeAndAChangedEnumType() {
        assertThat(breaks(file -> {
                    file.addMessageTypeBuilder().setName("Canal");
                    file.addEnumTypeBuilder().setName("Door").addValue(value("DOOR_UNSPECIFIED", 0));
                    boat(file).getFieldBuilder(1).setTypeName(".t.Canal");
                    boat(file).getFieldBuilder(2).setTypeName(".t.Door");
                }))
                .hasSize(2)
                .allSatisfy(broken -> assertThat(broken).contains("has type t."));
    }

    @Test
    void catchesAChangedLabel() {
        assertThat(breaks(file -> boat(file).getFieldBuilder(0).setLabel(Label.LABEL_REPEATED)))
                .containsExactly(
                        "t.Boat.name has label repeated and had singular: add a new field and reserve this one");
    }

    @Test
    void catchesAFieldThatMovedIntoOrOutOfAOneof() {
        assertThat(breaks(file -> boat(file).getFieldBuilder(0).setOneofIndex(0)))
                .containsExactly("t.Boat.name has oneof load and had -: add a new field and reserve this one");
        assertThat(breaks(file -> boat(file).getFieldBuilder(1).clearOneofIndex()))
                .containsExactly("t.Boat.crew has oneof - and had load: add a new field and reserve this one");
    }

    @Test
    void catchesARemovedMessageAndARenamedMessage() {
        assertThat(breaks(file -> file.removeMessageType(2)))
                .containsExactly(
                        "message t.Lock is gone: records of it are in Kafka; put it back, and mark it deprecated");
        assertThat(breaks(file -> file.getMessageTypeBuilder(2).setName("Sluice")))
                .singleElement()
                .asString()
                .contains("message t.Lock is gone");
    }

    @Test
    void catchesARemovedARenamedAndARenumberedEnumValue() {
        assertThat(breaks(file -> gate(file).removeValue(1)))
                .containsExactly(
                        "t.Gate GATE_OPEN = 1 is gone: a value stays for ever; put it back, and mark it deprecated");
        assertThat(breaks(file -> gate(file).getValueBuilder(1).setName("GATE_WIDE")))
                .singleElement()
                .asString()
                .contains("a number keeps its name");
        assertThat(breaks(file -> gate(file).getValueBuilder(1).setNumber(7)))
                .singleElement()
                .asString()
                .contains("a name keeps its number");
    }

    @Test
    void catchesAMessageThatBecameAnEnum() {
        assertThat(breaks(file -> {
                    file.removeMessageType(2);
                    file.addEnumTypeBuilder().setName("Lock").addValue(value("LOCK_UNSPECIFIED", 0));
                }))
                .containsExactly("t.Lock was a message and is a enum: give the new one another name");
    }

    @Test
    void catchesAReservationThatWasTakenBack() {
        assertThat(breaks(file -> boat(file).clearReservedRange().clearReservedName()))
                .containsExactly(
                        "t.Boat no longer reserves 20 to 22: put `reserved` back, old records use it",
                        "t.Boat no longer reserves \"captain\": put `reserved` back");
    }

    @Test
    void readsBackWhatItWrote() {
        Contract contract = contract(file -> {});
        assertThat(Contract.parse(contract.text())).isEqualTo(contract);
        assertThat(contract.text())
                .contains("message t.Boat\n  1 name string singular -\n  2 crew t.Crew singular load\n")
                .contains("  reserved 20 to 22\n  reserved captain\n")
                .contains("enum t.Gate\n  0 GATE_UNSPECIFIED\n  1 GATE_OPEN\n");
    }

    private static List<String> breaks(Consumer<FileDescriptorProto.Builder> change) {
        Contract baseline = Contract.parse(contract(file -> {}).text());
        return ContractBreaks.between(baseline, contract(change));
    }

    private static Contract contract(Consumer<FileDescriptorProto.Builder> change) {
        FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder()
                .setName("t.proto")
                .setPackage("t")
                .setSyntax("proto3");
        file.addMessageTypeBuilder()
                .setName("Boat")
                .addOneofDecl(OneofDescriptorProto.newBuilder().setName("load"))
                .addField(field("name", 1, Type.TYPE_STRING))
                .addField(field("crew", 2, Type.TYPE_MESSAGE)
                        .setTypeName(".t.Crew")
                        .setOneofIndex(0))
                .addField(field("gate", 3, Type.TYPE_ENUM).setTypeName(".t.Gate"))
                .addField(field("anchor", 4, Type.TYPE_STRING).setOneofIndex(0))
                .addReservedRange(range(20, 22))
                .addReservedName("captain");
        file.addMessageTypeBuilder().setName("Crew");
        file.addMessageTypeBuilder().setName("Lock");
        file.addEnumTypeBuilder()
                .setName("Gate")
                .addValue(value("GATE_UNSPECIFIED", 0))
                .addValue(value("GATE_OPEN", 1));
        change.accept(file);
        try {
            return Contract.of(List.of(FileDescriptor.buildFrom(file.build(), new FileDescriptor[0])));
        } catch (DescriptorValidationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static DescriptorProto.Builder boat(FileDescriptorProto.Builder file) {
        return file.getMessageTypeBuilder(0);
    }

    private static EnumDescriptorProto.Builder gate(FileDescriptorProto.Builder file) {
        return file.getEnumTypeBuilder(0);
    }

    private static FieldDescriptorProto.Builder field(String name, int number, Type type) {
        return FieldDescriptorProto.newBuilder()
                .setName(name)
                .setNumber(number)
                .setType(type)
                .setLabel(Label.LABEL_OPTIONAL);
    }

    private static EnumValueDescriptorProto.Builder value(String name, int number) {
        return EnumValueDescriptorProto.newBuilder().setName(name).setNumber(number);
    }

    /** Both ends included, unlike in the descriptor. */
    private static ReservedRange.Builder range(int from, int to) {
        return ReservedRange.newBuilder().setStart(from).setEnd(to + 1);
    }
}
