package io.lockkeeper.executor.engine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MessageMaskTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', textBlock = """
            relation "orders" does not exist                                  ; relation "orders" does not exist
            relation "public.orders" does not exist                           ; relation "public.orders" does not exist
            column "note" of relation "orders" contains null values           ; column "note" of relation "orders" contains null values
            could not create unique index "orders_uq"                         ; could not create unique index "orders_uq"
            check constraint "c1" of relation "t2" is violated by some row    ; check constraint "c1" of relation "t2" is violated by some row
            invalid input syntax for type integer: "4111 1111"                ; invalid input syntax for type integer: "***"
            invalid input value for enum mood: "secret"                       ; invalid input value for enum mood: "***"
            invalid input value for enum "secret value"                       ; invalid input value for enum "***"
            date/time field value out of range: "1999-13-01"                  ; date/time field value out of range: "***"
            syntax error at or near "alice@example.org"                       ; syntax error at or near "***"
            unterminated quoted string at or near "'s3cret                    ; unterminated quoted string at or near "***"
            Key (email)=(alice@example.org) already exists.                   ; Key (email)=*** already exists.
            value 4111111111111111 is out of range                            ; value *** is out of range
            unrecognized value 'hunter2' for option                           ; unrecognized value *** for option
            Wert «geheim» ist falsch                                          ; Wert *** ist falsch
            """, delimiter = ';')
    void keepsNamesOfSchemaObjectsAndHidesValues(String message, String masked) {
        assertThat(MessageMask.mask("22P02", message)).isEqualTo(masked);
    }

    @Test
    void hidesWholeWhatAFunctionSays() {
        assertThat(MessageMask.mask("P0001", "customer alice owes 100")).doesNotContain("alice", "100");
    }

    @Test
    void isOneLineOfBoundedLength() {
        assertThat(MessageMask.mask("XX000", "a\nb " + "word ".repeat(500)))
                .hasSizeLessThanOrEqualTo(400)
                .doesNotContain("\n");
    }
}
