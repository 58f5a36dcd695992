package uk.opcc.inspectionresponse.platform.signin;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;

/**
 * A provider of OpenID Connect, whose addresses are found out when they are first needed. If it does not answer it is
 * asked again by the next person, by one at a time, and nobody waits longer for it than the first.
 */
class OpenIdConnectProvider {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdConnectProvider.class);

    /** From when it is asked; the library that asks waits for half a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final String id;
    private final String name;
    private final Supplier<ClientRegistration> discovery;
    private CompletableFuture<ClientRegistration> answer;
    private long askedAt;

    OpenIdConnectProvider(String id, String name, Supplier<ClientRegistration> discovery) {
        this.id = id;
        this.name = name;
        this.discovery = discovery;
    }

    /** As the sign-in page calls it. */
    String name() {
        return name;
    }

    String address() {
        return "/oauth2/authorization/" + id;
    }

    /**
     * Gives what is known of the provider.
     *
     * @throws InternalAuthenticationServiceException if it does not answer
     */
    ClientRegistration registration() {
        try {
            return answer().get(patienceLeft(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw unavailable(e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw unavailable("it does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted", e);
        }
    }

    private synchronized CompletableFuture<ClientRegistration> answer() {
        if (answer == null || answer.isCompletedExceptionally()) {
            askedAt = System.nanoTime();
            answer = CompletableFuture.supplyAsync(discovery, task -> {
                Thread thread = new Thread(task, "discovery of " + id);
                thread.setDaemon(true);
                thread.start();
            });
        }
        return answer;
    }

    private synchronized long patienceLeft() {
        return Math.max(0, PATIENCE.toNanos() - (System.nanoTime() - askedAt));
    }

    private InternalAuthenticationServiceException unavailable(String why, Exception cause) {
        LOG.error("The OpenID Connect provider '{}' cannot be asked: {}", id, PlainText.of(why, 1000));
        return new InternalAuthenticationServiceException("The provider '" + id + "' does not answer.", cause);
    }
}
