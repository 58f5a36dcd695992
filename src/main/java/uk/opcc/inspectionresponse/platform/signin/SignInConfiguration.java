package uk.opcc.inspectionresponse.platform.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.servlet.JerseyApplicationPath;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionFixationProtectionStrategy;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import uk.opcc.inspectionresponse.platform.accounts.Accounts;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.people.RestrictedPages;
import uk.opcc.inspectionresponse.platform.refusal.Problem;

/**
 * One sign-in for all pages and screens, and no page without it but those listed here and the public register. The REST
 * API asks for the user name and password with every request and knows no session, so that no other site can use one.
 */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    static final String PAGE = "/sign-in";

    /** What anybody may see. */
    private static final String[] PUBLIC = {PAGE, "/pages/**", "/actuator/health"};

    private static final String FIRST_PAGE = "/camunda/app/tasklist/default/";

    private final IdentityService identity;
    private final People people;
    private final Accounts accounts;
    private final DirectoryUsers directoryUsers;
    private final String screens;

    SignInConfiguration(
            IdentityService identity,
            People people,
            Accounts accounts,
            DirectoryUsers directoryUsers,
            @Value("${camunda.bpm.webapp.application-path:/camunda}") String screens) {
        this.identity = identity;
        this.people = people;
        this.accounts = accounts;
        this.directoryUsers = directoryUsers;
        this.screens = screens;
    }

    /** Patterns are those of the whole path, whichever of the servlets answers. */
    @Bean
    static PathPatternRequestMatcherBuilderFactoryBean pathPatterns() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** The public register: no sign-in, no session, no cookie, and nothing in its pages runs. */
    @Bean
    @Order(0)
    SecurityFilterChain publicRegister(HttpSecurity http) throws Exception {
        return http.securityMatcher("/responses", "/responses/**")
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.frameOptions(frame -> frame.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(
                                "default-src 'none'; style-src 'self'; img-src data:; form-action 'self';"
                                        + " frame-ancestors 'none'; base-uri 'none'")))
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain restApi(HttpSecurity http, JerseyApplicationPath rest) throws Exception {
        AuthenticationEntryPoint unauthorized = SignInConfiguration::askForCredentials;
        return http.securityMatcher(rest.getPath() + "/**", rest.getPath())
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(unauthorized))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(unauthorized))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .headers(headers -> headers.frameOptions(frame -> frame.deny())
                        .contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .addFilterBefore(ownPasswordFirst(request -> false, new NullRequestCache()), AuthorizationFilter.class)
                .addFilterAfter(new ActAsSignedIn(identity, accounts), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            Optional<SignOutOfProvider> signOutOfProvider,
            OpenIdConnectUsers openIdConnectUsers,
            AccountOfSession accountOfSession)
            throws Exception {
        RequestMatcher ofScreens = PathPatternRequestMatcher.withDefaults().matcher(screens + "/**");
        RequestMatcher ofOffice = PathPatternRequestMatcher.withDefaults().matcher(screens + "/api/office/**");
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(PUBLIC)
                .permitAll());
        for (RestrictedPages pages : RestrictedPages.values()) {
            http.authorizeHttpRequests(requests ->
                    requests.requestMatchers(pages.path(), pages.path() + "/**").access(onlyFor(pages.groups())));
        }
        http.authorizeHttpRequests(requests -> requests
                        // Camunda's own ways to sign in and to make a first administrator: they know no delay.
                        .requestMatchers(HttpMethod.POST, screens + "/api/admin/auth/user/*/login/*")
                        .denyAll()
                        .requestMatchers(screens + "/api/admin/setup/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form ->
                        form.loginPage(PAGE).defaultSuccessUrl(FIRST_PAGE).failureHandler(new TellWhyRefused()))
                .requestCache(cache -> cache.requestCache(wantedPages()))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl(PAGE))
                .sessionManagement(session -> session.sessionAuthenticationStrategy(
                        new CompositeSessionAuthenticationStrategy(List.of(newSession(), accountOfSession))))
                // Camunda checks the requests of its web applications itself, with a cookie of its own.
                .csrf(csrf -> csrf.ignoringRequestMatchers(screens + "/api/**"))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(PAGE) {
                                    @Override
                                    protected String determineUrlToUseForThisRequest(
                                            HttpServletRequest request,
                                            HttpServletResponse response,
                                            AuthenticationException reason) {
                                        return EndSessions.ended(request) ? PAGE + "?ended" : PAGE;
                                    }
                                },
                                wantsPage())
                        .defaultAuthenticationEntryPointFor(
                                SignInConfiguration::askToSignIn, new NegatedRequestMatcher(wantsPage()))
                        .accessDeniedHandler(expiredSignInPage()))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin())
                        .cacheControl(cache -> cache.disable())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .addHeaderWriter(besides(ofScreens, new CacheControlHeadersWriter()))
                        .addHeaderWriter(besides(
                                ofScreens,
                                // Camunda's web applications have a policy of their own, which this would break.
                                new ContentSecurityPolicyHeaderWriter(
                                        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                                                + " form-action 'self'; frame-ancestors 'self'; base-uri 'none'"))))
                .addFilterBefore(new EndSessions(accounts, accountOfSession), AnonymousAuthenticationFilter.class)
                .addFilterBefore(ownPasswordFirst(openForAnOwnPassword(), wantedPages()), AuthorizationFilter.class)
                .addFilterAfter(
                        new ActAsSignedIn(identity, accounts) {
                            @Override
                            protected boolean shouldNotFilter(HttpServletRequest request) {
                                // Camunda's web applications tell the engine themselves, of their own requests.
                                return ofScreens.matches(request) && !ofOffice.matches(request);
                            }
                        },
                        AuthorizationFilter.class);
        if (signOutOfProvider.isPresent()) {
            http.oauth2Login(login -> {
                login.loginPage(PAGE).defaultSuccessUrl(FIRST_PAGE);
                new OpenIdConnectSignIn(openIdConnectUsers).configure(login);
            });
            http.logout(logout -> logout.logoutSuccessHandler(signOutOfProvider.get()));
        }
        return http.build();
    }

    private ChooseOwnPasswordFirst ownPasswordFirst(RequestMatcher open, RequestCache wantedPages) {
        return new ChooseOwnPasswordFirst(accounts, directoryUsers, wantsPage(), open, wantedPages);
    }

    private static SessionAuthenticationStrategy newSession() {
        SessionFixationProtectionStrategy strategy = new SessionFixationProtectionStrategy();
        strategy.setMigrateSessionAttributes(false);
        return strategy;
    }

    private static RequestMatcher openForAnOwnPassword() {
        return new OrRequestMatcher(Stream.concat(Stream.of(PUBLIC), Stream.of(PasswordPage.ADDRESS, "/error"))
                .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList());
    }

    /** Asked anew each time: the session may be older than the role. */
    private AuthorizationManager<RequestAuthorizationContext> onlyFor(List<String> groups) {
        return (signedIn, request) -> new AuthorizationDecision(groups.stream()
                .anyMatch(group -> people.isInGroup(signedIn.get().getName(), group)));
    }

    /** Comes after Spring Security's filters, so that it is known who is signed in. */
    @Bean
    FilterRegistrationBean<SignedInToScreens> signedInToScreens() {
        return ofScreens(new SignedInToScreens(accounts), "/app/*", "/api/*");
    }

    @Bean
    FilterRegistrationBean<SignOutOfScreens> signOutOfScreens(Optional<SignOutOfProvider> provider) {
        return ofScreens(new SignOutOfScreens(provider), "/api/admin/auth/user/*");
    }

    private <T extends Filter> FilterRegistrationBean<T> ofScreens(T filter, String... patterns) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        // After Spring Security, and before the gate.
        registration.setOrder(0);
        for (String pattern : patterns) {
            registration.addUrlPatterns(screens + pattern);
        }
        return registration;
    }

    private static HeaderWriter besides(RequestMatcher others, HeaderWriter writer) {
        return new DelegatingRequestMatcherHeaderWriter(new NegatedRequestMatcher(others), writer);
    }

    /** What a person wanted to see before the sign-in; not what a page fetched by itself. */
    private static RequestCache wantedPages() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(new AndRequestMatcher(
                wantsPage(), request -> request.getMethod().equals("GET")));
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static RequestMatcher wantsPage() {
        MediaTypeRequestMatcher html = new MediaTypeRequestMatcher(
                new HeaderContentNegotiationStrategy(), MediaType.TEXT_HTML, MediaType.APPLICATION_XHTML_XML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return html;
    }

    /** Without a challenge for a browser: it would ask in a window of its own, over the page that asked. */
    private static void askForCredentials(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        boolean fromBrowser =
                request.getHeader("Sec-Fetch-Mode") != null || request.getHeader("X-Requested-With") != null;
        if (!fromBrowser) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"inspection-response\", charset=\"UTF-8\"");
        }
        askToSignIn(request, response, reason);
    }

    private static void askToSignIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        Problem.ofStranger().answer(request, response);
    }

    /** Who left the sign-in page open until its session ended sees it anew, and no refusal. */
    private static AccessDeniedHandler expiredSignInPage() {
        AccessDeniedHandler refuse = new AccessDeniedHandlerImpl();
        return (request, response, reason) -> {
            if (reason instanceof CsrfException
                    && request.getServletPath().equals(PAGE)
                    && wantsPage().matches(request)) {
                response.sendRedirect(request.getContextPath() + PAGE + "?expired");
            } else {
                refuse.handle(request, response, reason);
            }
        };
    }
}
