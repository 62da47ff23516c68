package io.lockkeeper.approval.decision;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Domain records to JSON documents of the tables and back. The names in {@link StateNames} are stored: never rename one. */
final class ApprovalJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // A field that a newer version added must not keep an older one from reading the row.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(ApprovalState.class, StateNames.class)
            .build();

    private ApprovalJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @Type(name = "awaiting-approval", value = ApprovalState.AwaitingApproval.class),
        @Type(name = "approved", value = ApprovalState.Approved.class),
        @Type(name = "held", value = ApprovalState.Held.class),
        @Type(name = "granted", value = ApprovalState.Granted.class),
        @Type(name = "running", value = ApprovalState.Running.class),
        @Type(name = "rejected", value = ApprovalState.Rejected.class),
        @Type(name = "expired", value = ApprovalState.Expired.class),
        @Type(name = "withdrawn", value = ApprovalState.Withdrawn.class),
        @Type(name = "closed", value = ApprovalState.Closed.class)
    })
    private interface StateNames {}

    static String write(Object document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "could not write a " + document.getClass().getSimpleName(), e);
        }
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("could not read a stored " + type.getSimpleName(), e);
        }
    }
}
