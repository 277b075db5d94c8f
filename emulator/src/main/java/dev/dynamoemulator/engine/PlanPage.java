package dev.dynamoemulator.engine;

/**
 * What several plans have read together.
 *
 * @param plan in which of them the page ended, from 0
 */
public record PlanPage(Page page, int plan) {}
