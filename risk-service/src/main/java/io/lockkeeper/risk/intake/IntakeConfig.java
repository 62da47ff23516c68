package io.lockkeeper.risk.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;

/** Settings of intake. */
@ConfigMapping(prefix = "lockkeeper")
public interface IntakeConfig {

    /** Where people reach risk-service; the card's link to the plan starts with it. */
    @WithName("public-url")
    @WithDefault("http://127.0.0.1:8081")
    URI publicUrl();

    /** Where people reach the dashboard; the answer's link to the live state starts with it. */
    @WithName("dashboard-url")
    @WithDefault("http://127.0.0.1:8084")
    URI dashboardUrl();

    /** The pages that people open from a card. */
    Pages pages();

    /** Settings of the pages. */
    interface Pages {

        /** Whether pages open without a credential. Only for a local stack: a plan shows the SQL as submitted. */
        @WithDefault("false")
        boolean open();
    }
}
