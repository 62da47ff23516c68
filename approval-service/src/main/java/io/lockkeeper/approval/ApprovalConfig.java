package io.lockkeeper.approval;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings of approval-service. */
@ConfigMapping(prefix = "lockkeeper")
public interface ApprovalConfig {

    /** How many people have to agree, and for how long they may. */
    Policy policy();

    /** Who is who. */
    Directory directory();

    /** When nothing may start. */
    Windows windows();

    /** The key that signs grants. */
    Grant grant();

    /** The Slack app. */
    Slack slack();

    /** How many people have to agree. */
    interface Policy {

        /** Name that decisions are recorded under. */
        @WithDefault("default")
        String name();

        /** Approvals that a LOW migration needs. */
        @WithDefault("0")
        int lowApprovals();

        /** Approvals that a MEDIUM migration needs. */
        @WithDefault("1")
        int mediumApprovals();

        /** Approvals that a HIGH migration needs; below 1 fails the start. */
        @WithDefault("1")
        int highApprovals();

        /** Whether a submitter's own approval counts for LOW and MEDIUM. For HIGH it never does. */
        @WithDefault("false")
        boolean submitterMayApprove();

        /** How long decisions are waited for. */
        @WithDefault("24h")
        Duration expiry();

        /** Group of the approvers where the target names none. */
        @WithDefault("dba")
        String approverGroup();
    }

    /** Who is who. */
    interface Directory {

        /** People by identity. */
        Map<String, DirectoryEntry> people();

        /** Slack user groups whose members count as members of the group of that name, besides the people's own groups. */
        Map<String, SlackGroup> slackGroups();

        /** How old a membership read from Slack may get before it is read again. */
        @WithDefault("60s")
        Duration refresh();
    }

    /** One person. */
    interface DirectoryEntry {

        /** Slack team id, for instance {@code T0LOCK}. */
        Optional<String> slackTeam();

        /** Slack user id, for instance {@code U0DANA}. */
        Optional<String> slackUser();

        /** Groups the person belongs to. */
        Optional<Set<String>> groups();
    }

    /** A Slack user group. */
    interface SlackGroup {

        /** Slack team id. */
        String team();

        /** Slack user group id, for instance {@code S0DBA}. */
        String usergroup();
    }

    /** When nothing may start, besides the freezes set by REST. */
    interface Windows {

        /** Hours of high traffic, by name. */
        Map<String, Peak> peaks();

        /** How often held and expiring approvals are looked at. */
        @WithDefault("2s")
        Duration checkEvery();
    }

    /** Hours of high traffic, every week. */
    interface Peak {

        /** Days on which it begins. */
        Set<DayOfWeek> days();

        /** Local time at which it begins, for instance {@code 09:00}. */
        LocalTime from();

        /** Local time at which it ends; not after {@code from} means on the next day. */
        LocalTime to();

        /** IANA time zone, for instance {@code Europe/Berlin}. */
        ZoneId zone();

        /** Targets it is for; none named means all. */
        Optional<Set<String>> targets();

        /** Environments it is for; none named means all. */
        Optional<Set<String>> environments();

        /** Whether an approved migration waits for its end, or is only counted as started in it. */
        @WithDefault("hold")
        PeakMode mode();
    }

    /** What a peak does. */
    enum PeakMode {
        HOLD,
        WARN
    }

    /** The key that signs grants. */
    interface Grant {

        /** PEM file (PKCS#8) of the Ed25519 private key. */
        Path privateKeyFile();

        /** Name of the key, by which executors choose the public one. */
        String keyId();

        /** How long a grant may be used; shorter when a window closes earlier. */
        @WithDefault("30m")
        Duration lifetime();
    }

    /** The Slack app. */
    interface Slack {

        /** Where the Web API is. */
        @WithDefault("https://slack.com/api/")
        URI baseUrl();

        /** Bot token; needs chat:write, and usergroups:read where Slack groups are used. */
        String botToken();

        /** Secret that Slack signs its requests with. */
        String signingSecret();
    }
}
