package io.lockkeeper.progress.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A message as JSON for reading: timeline details and audit body.
 *
 * <p>The form is stable, for audit entries hash it: protobuf's own JSON mapping (lowerCamelCase names, enums by name, 64-bit
 * integers as strings, times as RFC 3339), fields in the order of their numbers, unset and default values left out, no
 * white space. One departure: a grant's {@code jws} is replaced by its SHA-256, so that no permission can be copied out of a
 * page; the payload beside it has the whole.
 */
final class EventJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> HASHED = Set.of("lockkeeper.v1.GrantIssued.jws");

    private EventJson() {}

    static String of(Message message) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json, message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Message message) throws IOException {
        if (message instanceof Timestamp time) {
            json.writeString(
                    Instant.ofEpochSecond(time.getSeconds(), time.getNanos()).toString());
            return;
        }
        json.writeStartObject();
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            json.writeFieldName(field.getKey().getJsonName());
            if (field.getKey().isRepeated()) {
                json.writeStartArray();
                for (Object element : (List<?>) field.getValue()) {
                    writeValue(json, field.getKey(), element);
                }
                json.writeEndArray();
            } else {
                writeValue(json, field.getKey(), field.getValue());
            }
        }
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, FieldDescriptor field, Object value) throws IOException {
        if (HASHED.contains(field.getFullName())) {
            json.writeString("sha256:" + sha256((String) value));
            return;
        }
        switch (value) {
            case Message message -> write(json, message);
            case String text -> json.writeString(text);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeString(number.toString());
            case Double number -> json.writeNumber(number);
            case Float number -> json.writeNumber(number);
            case Boolean bool -> json.writeBoolean(bool);
            case EnumValueDescriptor name -> json.writeString(name.getName());
            case ByteString bytes -> json.writeBinary(bytes.toByteArray());
            default -> throw new IllegalStateException("no JSON form for " + field.getFullName());
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
