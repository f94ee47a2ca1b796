package com.tryzore.crm.organizations;

import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/** Why a change to someone's account was refused by a rule, in a form a screen can explain. */
public enum StaffProblem {
  HAS_ACCOUNT_ALREADY("user_organizations_user_key"),
  NOT_AN_EMAIL("users_email_is_an_address"),
  NAME_MISSING("users_name_is_given"),
  LAST_OWNER("user_organizations_last_owner_stays");

  private final String constraint;

  StaffProblem(String constraint) {
    this.constraint = constraint;
  }

  /** The rule that the database names in its refusal, when it is one of these. */
  static Optional<StaffProblem> behind(DataAccessException refusal) {
    return NestedExceptionUtils.getMostSpecificCause(refusal) instanceof PSQLException cause
        ? named(cause.getServerErrorMessage())
        : Optional.empty();
  }

  private static Optional<StaffProblem> named(
      @org.jspecify.annotations.Nullable ServerErrorMessage message) {
    if (message != null) {
      for (StaffProblem problem : values()) {
        if (problem.constraint.equals(message.getConstraint())) {
          return Optional.of(problem);
        }
      }
    }
    return Optional.empty();
  }
}
