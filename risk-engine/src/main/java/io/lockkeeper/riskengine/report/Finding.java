package io.lockkeeper.riskengine.report;

/**
 * What a rule says.
 *
 * @param rule id, kebab case
 * @param reason what happens to whom and for how long; one or two sentences
 * @param saferWay what to do instead; empty when there is nothing better
 * @param docs page of the rule
 */
public record Finding(String rule, Risk risk, String reason, String saferWay, String docs) {}
