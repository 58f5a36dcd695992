package uk.opcc.inspectionresponse.platform.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.fileupload.FileCountLimitExceededException;
import org.apache.commons.fileupload.FileItem;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.RequestContext;
import org.apache.commons.fileupload.disk.DiskFileItemFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import uk.opcc.inspectionresponse.platform.deployment.DeployedFile;
import uk.opcc.inspectionresponse.platform.deployment.ReleaseCheck;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.server.EngineRequest;

/**
 * Tells who deploys over REST, as Camunda Modeler does, file, line and reason of all that cannot be read or could not
 * run.
 *
 * <p>The engine answers 500 and names no line for Xml and Json that are not well-formed, and takes most of what could
 * not run; the rest it tells itself. The request's body was read already, so that it can be read twice.
 */
class CheckDeployment extends OncePerRequestFilter {

    /** A deployment has some twenty files. */
    private static final int MOST_PARTS = 500;

    private static final Pattern UNREADABLE = Pattern.compile("\"message\":\"(ENGINE-(?:09|22)\\d{3} .*?)\",\"code\"");

    private final ReleaseCheck check;

    CheckDeployment(ReleaseCheck check) {
        this.check = check;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || EngineRequest.pathOf(request)
                        .filter("deployment/create"::equals)
                        .isEmpty()
                || request.getContentType() == null
                || !request.getContentType().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> mistakes = new ArrayList<>();
        try {
            mistakes.addAll(check.mistakesIn(files(request)));
        } catch (FileCountLimitExceededException e) {
            mistakes.add("it may have " + MOST_PARTS + " parts: leave the others out.");
        }
        if (!mistakes.isEmpty()) {
            throw refused(String.join("; ", mistakes));
        }
        chain.doFilter(request, response);
        if (response.getStatus() >= 500 && response instanceof ContentCachingResponseWrapper held) {
            Matcher unreadable = UNREADABLE.matcher(new String(held.getContentAsByteArray(), StandardCharsets.UTF_8));
            if (unreadable.find()) {
                throw refused(unreadable.group(1));
            }
        }
    }

    private static InputRefused refused(String reason) {
        return new InputRefused("deployment", "The deployment was not made: " + reason);
    }

    private static List<DeployedFile> files(HttpServletRequest request) throws FileCountLimitExceededException {
        try {
            List<DeployedFile> files = new ArrayList<>();
            FileUpload upload = new FileUpload(new DiskFileItemFactory());
            upload.setFileCountMax(MOST_PARTS);
            Map<String, List<FileItem>> parts = upload.parseParameterMap(new Body(request));
            parts.values()
                    .forEach(items -> items.stream()
                            .filter(item -> !item.isFormField() && item.getName() != null)
                            .forEach(item -> files.add(new DeployedFile(item.getName(), item.get()))));
            return files;
        } catch (FileCountLimitExceededException e) {
            throw e;
        } catch (FileUploadException e) {
            // The engine reads it in the same way, and says so.
            return List.of();
        }
    }

    private record Body(HttpServletRequest request) implements RequestContext {

        @Override
        public String getCharacterEncoding() {
            return request.getCharacterEncoding();
        }

        @Override
        public String getContentType() {
            return request.getContentType();
        }

        @Override
        @Deprecated
        public int getContentLength() {
            return request.getContentLength();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return request.getInputStream();
        }
    }
}
