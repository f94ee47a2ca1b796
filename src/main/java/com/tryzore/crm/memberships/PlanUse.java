package com.tryzore.crm.memberships;

/**
 * Who holds a plan at the bound gym, and what it brings.
 *
 * @param holders memberships that run, rest or are yet to begin
 * @param differently how many of them were sold at another price than the plan has now
 * @param monthlyMinor what those that run bring in a month, at the prices they were sold for: a
 *     twelfth of what they bring in a year of 12 months, 52 weeks or 365 days; what is paid once is
 *     counted in the month in which it begins
 */
public record PlanUse(PlanId plan, int holders, int differently, long monthlyMinor) {}
