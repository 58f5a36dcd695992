package uk.opcc.inspectionresponse.platform.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Closes the connection of a request whose body nobody has read, once it is answered. The server would otherwise read
 * the rest of it, as slowly as it comes, to get to the next request on that connection.
 *
 * <p>A client that goes on sending when the connection is closed may lose the answer, so that a few such connections,
 * and no more, are listened to for a moment longer.
 */
class UnreadBodies extends ValveBase {

    private static final int LISTENED_TO = 16;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int BUFFER = 8 * 1024;

    private final Semaphore listening = new Semaphore(LISTENED_TO);
    private final long mostBytes;

    UnreadBodies(long mostBytes) {
        super(true);
        this.mostBytes = mostBytes;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        // A body that is read without a thread is read to its end by whoever began it.
        if (!request.isAsync() && !isRead(request)) {
            close(request, response);
        }
    }

    private void close(Request request, Response response) throws IOException {
        boolean listens = listening.tryAcquire();
        try {
            // A small body came together with its headers: the connection can be used again.
            if (listens && !awaitsPermission(request) && isReadWithin(request, 0)) {
                return;
            }
            if (!response.isCommitted()) {
                response.setHeader("Connection", "close");
            }
            response.finishResponse();
            if (listens && !awaitsPermission(request)) {
                isReadWithin(request, LONGEST_NANOS);
            }
        } catch (IOException e) {
            // The client has gone, or has sent what is no body: there is nobody left to be polite to.
            container.getLogger().debug(e);
        } finally {
            if (listens) {
                listening.release();
            }
        }
        if (!isRead(request)) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** Whether the body came to its end in that time; it is thrown away. */
    private boolean isReadWithin(Request request, long nanos) throws IOException {
        org.apache.coyote.Request connection = request.getCoyoteRequest();
        Discarded discarded = new Discarded();
        long read = 0;
        long begun = System.nanoTime();
        while (!isRead(request) && read < mostBytes) {
            connection.action(ActionCode.AVAILABLE, Boolean.TRUE);
            if (connection.getAvailable() > 0) {
                int count = connection.doRead(discarded);
                if (count < 0) {
                    return true;
                }
                read += count;
            } else if (System.nanoTime() - begun < nanos) {
                LockSupport.parkNanos(PAUSE_NANOS);
            } else {
                return false;
            }
            if (nanos > 0 && System.nanoTime() - begun > nanos) {
                return false;
            }
        }
        return isRead(request);
    }

    private static boolean isRead(Request request) {
        AtomicBoolean read = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return read.get();
    }

    /** Whether the client sends its body only when it is told to go on. */
    private static boolean awaitsPermission(Request request) {
        return request.getCoyoteRequest().hasExpectation()
                && request.getCoyoteRequest().getBytesRead() == 0;
    }

    /** Where the connection puts what is read from it. */
    private static final class Discarded implements ApplicationBufferHandler {

        private java.nio.ByteBuffer buffer = java.nio.ByteBuffer.allocate(BUFFER);

        @Override
        public void setByteBuffer(java.nio.ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public java.nio.ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // What is thrown away needs no room.
        }
    }
}
