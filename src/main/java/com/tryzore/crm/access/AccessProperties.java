package com.tryzore.crm.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How access is set up.
 *
 * @param poolSize connections per PostgreSQL login at most; there are six logins
 * @param patience how long work waits for a connection
 */
@ConfigurationProperties("zore.access")
record AccessProperties(@DefaultValue("6") int poolSize, @DefaultValue("5s") Duration patience) {}
