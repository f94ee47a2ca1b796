package com.tryzore.crm.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How access is set up.
 *
 * @param poolSize connections per PostgreSQL login at most; there are six logins
 */
@ConfigurationProperties("zore.access")
record AccessProperties(@DefaultValue("6") int poolSize) {}
