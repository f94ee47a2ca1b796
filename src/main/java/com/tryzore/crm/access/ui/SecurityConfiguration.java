package com.tryzore.crm.access.ui;

import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.SignIns;
import com.tryzore.crm.access.SignedIn;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** Who reaches what over HTTP, and the headers that keep a browser from being turned against us. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /**
   * As tight as Vaadin 25.2 runs: its client starts from inline scripts and evaluates what the
   * server sends, hence the two exceptions for scripts and the one for styles. Nothing comes from,
   * or goes to, another host.
   */
  static final String CONTENT_SECURITY_POLICY =
      String.join(
          "; ",
          "default-src 'self'",
          "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
          "style-src 'self' 'unsafe-inline'",
          "img-src 'self' data: blob:",
          "font-src 'self' data:",
          "connect-src 'self'",
          "object-src 'none'",
          "base-uri 'self'",
          "form-action 'self'",
          "frame-ancestors 'none'");

  static final String PERMISSIONS_POLICY =
      "accelerometer=(), autoplay=(), camera=(self), display-capture=(), geolocation=(),"
          + " gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

  private static final String[] STATIC = {
    "/styles/**", "/icons/**", "/scripts/**", "/aura/**", "/webjars/**"
  };

  @Bean
  SecurityFilterChain everything(
      HttpSecurity http, Gate gate, SignIns signIns, VaadinDefaultRequestCache asked) {
    asked.setDelegateRequestCache(pagesAskedFor());
    PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
    http.authorizeHttpRequests(
        requests ->
            requests
                .requestMatchers(path.matcher("/actuator/health/**"))
                .permitAll()
                .requestMatchers(path.matcher("/actuator/**"))
                .access(
                    (who, request) -> new AuthorizationDecision(OwnersLook.isFor(who.get(), gate)))
                .requestMatchers(STATIC)
                .permitAll());
    http.exceptionHandling(
        refused ->
            refused
                .defaultAccessDeniedHandlerFor(
                    (request, response, stale) ->
                        response.sendRedirect(LoginView.url(request, LoginView.STALE)),
                    path.matcher("/" + LoginView.PROCESSING))
                .defaultAccessDeniedHandlerFor(
                    new AccessDeniedHandlerImpl(), AnyRequestMatcher.INSTANCE));
    http.addFilterAfter(new SignInAge(signIns), SecurityContextHolderFilter.class);
    http.addFilterBefore(
        new FreshStart(path.matcher(HttpMethod.POST, "/" + LoginView.PROCESSING), signIns),
        UsernamePasswordAuthenticationFilter.class);
    http.addFilterAfter(
        new OwnersLook(path.matcher("/actuator/health/**"), gate), AuthorizationFilter.class);
    http.headers(SecurityConfiguration::headers);
    http.with(
        VaadinSecurityConfigurer.vaadin(),
        vaadin ->
            vaadin
                .loginView(LoginView.class, "/login?" + LoginView.SIGNED_OUT)
                .addLogoutHandler((request, response, who) -> recordSignOut(request, who, signIns))
                .anyRequest(AuthorizedUrl::authenticated));
    http.formLogin(
        form ->
            form.loginPage("/login")
                .loginProcessingUrl("/" + LoginView.PROCESSING)
                .failureHandler(new SignInFailure()));
    return http.build();
  }

  /**
   * Lets the filters finish an answer that was forwarded. By itself Tomcat sends what fits into its
   * buffer as soon as the forward returns: every page of Vaadin would leave without the headers
   * below, which Spring Security writes when an answer is committed through its own wrapper.
   */
  @Bean
  static WebServerFactoryCustomizer<TomcatServletWebServerFactory> headersOfForwardedAnswers() {
    return tomcat ->
        tomcat.addContextCustomizers(
            context -> context.setSuspendWrappedResponseAfterForward(false));
  }

  /** The page asked for is shown after sign-in under its own address, without a marker in it. */
  @SuppressWarnings("NullAway") // null means no marker, which the annotation does not say
  private static HttpSessionRequestCache pagesAskedFor() {
    HttpSessionRequestCache pages = new HttpSessionRequestCache();
    pages.setMatchingRequestParameterName(null);
    return pages;
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
        .httpStrictTransportSecurity(
            https -> https.includeSubDomains(false).maxAgeInSeconds(31_536_000));
  }

  private static void recordSignOut(
      HttpServletRequest request, @Nullable Authentication authentication, SignIns signIns) {
    CurrentSignIn.of(authentication)
        .ifPresent((SignedIn who) -> signIns.signOut(who, request.getRemoteAddr()));
  }
}
