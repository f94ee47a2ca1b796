package com.tryzore.crm.members;

/**
 * Another gym of the bound gym's chain.
 *
 * @param slug its name in addresses
 * @param name its name on screen
 */
public record SisterGym(String slug, String name) {}
