package uk.opcc.inspectionresponse.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.rest.Door.Answer;

@OverRest
@DisplayName("What could not run")
class ReleaseThatCannotRunTest {

    private static final String RESPONSE = "inspection-response.bpmn";
    private static final String DELIVERY = "deliver-copy.bpmn";
    private static final String SENDING = "send-copy-again.bpmn";
    private static final String NOTICES = "tell-people.bpmn";
    private static final String FINDINGS = "record-findings.form";
    private static final String REPORT = "register-inspection-report.form";
    private static final String CHANGE = "request-change.form";
    private static final String DUTY = "do-what-else-is-owed.form";
    private static final String EXPLANATION = "explain-recommendation.form";
    private static final String TYPES = "inspection-types.dmn";

    private final ProcessEngine engine;

    @LocalServerPort
    private int port;

    private Door door;

    @Autowired
    ReleaseThatCannotRunTest(ProcessEngine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void processOwner() {
        Staff.employ(engine.getIdentityService());
        door = Doors.rest("http://localhost:" + port).of(Groups.PROCESS_OWNERS);
    }

    /**
     * A release in which something is wrong.
     *
     * @param what in words
     * @param file in which it is
     * @param change what makes it wrong
     * @param reasons parts of what the process owner reads
     */
    record Broken(String what, String file, UnaryOperator<String> change, List<String> reasons) {

        static Broken release(String what, String file, String good, String bad, String... reasons) {
            return new Broken(
                    what,
                    file,
                    text -> text.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad)),
                    List.of(reasons));
        }

        static Broken pattern(String what, String file, String good, String bad, String... reasons) {
            return new Broken(what, file, text -> text.replaceFirst("(?s)" + good, bad), List.of(reasons));
        }

        Deployment in(Deployment deployment) {
            String text = deployment.text(file);
            String changed = change.apply(text);
            assertThat(changed).as(what).isNotEqualTo(text);
            return deployment.with(file, changed);
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Broken> diagrams() {
        return Stream.of(
                Broken.release(
                        "a form that is not there",
                        RESPONSE,
                        "formRef=\"record-findings\"",
                        "formRef=\"record-findigns\"",
                        "the form \"record-findigns\" of \"Record the findings and recommendations\" is missing"),
                Broken.release(
                        "a start form that is not there",
                        RESPONSE,
                        "formRef=\"register-inspection-report\"",
                        "formRef=\"register-report\"",
                        "the form \"register-report\" of \"Inspection report published\" is missing"),
                Broken.release(
                        "a form that was never deployed",
                        RESPONSE,
                        "formRef=\"await-the-publication\" camunda:formRefBinding=\"deployment\"",
                        "formRef=\"nowhere\" camunda:formRefBinding=\"latest\"",
                        "the form \"nowhere\"",
                        "deploy it before the diagram"),
                Broken.release(
                        "a bean that does not exist",
                        RESPONSE,
                        "${lookAtTheDay}",
                        "${lookAtTheDya}",
                        "\"Look at the day of publication\" names \"lookAtTheDya\"",
                        "is \"lookAtTheDay\" meant?"),
                Broken.release(
                        "a listener that does not exist",
                        RESPONSE,
                        "${assignReference}",
                        "${giveItANumber}",
                        "\"Inspection report published\" names \"giveItANumber\""),
                Broken.release(
                        "a listener that cannot be one",
                        RESPONSE,
                        "event=\"complete\" delegateExpression=\"${recordFindings}\"",
                        "event=\"complete\" delegateExpression=\"${lookAtTheDay}\"",
                        "nothing that can be called at this place"),
                Broken.release(
                        "a delegate that is plain text",
                        RESPONSE,
                        "\"${lookAtTheDay}\"",
                        "\"lookAtTheDay\"",
                        "names nothing without \"${\""),
                Broken.release(
                        "a class that does not exist",
                        RESPONSE,
                        "camunda:delegateExpression=\"${lookAtTheDay}\"",
                        "camunda:class=\"uk.opcc.LookAtTheDay\"",
                        "names the class \"uk.opcc.LookAtTheDay\""),
                Broken.release(
                        "a class that is no delegate",
                        RESPONSE,
                        "camunda:delegateExpression=\"${lookAtTheDay}\"",
                        "camunda:class=\"java.util.ArrayList\"",
                        "names the class \"java.util.ArrayList\""),
                Broken.release(
                        "work for somebody outside",
                        RESPONSE,
                        "camunda:delegateExpression=\"${lookAtTheDay}\"",
                        "camunda:type=\"external\" camunda:topic=\"days\"",
                        "of the type \"external\""),
                Broken.release(
                        "a script",
                        RESPONSE,
                        "<camunda:executionListener event=\"end\" delegateExpression=\"${assignReference}\"/>",
                        "<camunda:executionListener event=\"end\"><camunda:script scriptFormat=\"javascript\">1</camunda:script></camunda:executionListener>",
                        "scripts are not run"),
                Broken.release(
                        "a condition with a variable that does not exist",
                        RESPONSE,
                        ">${stillToCome}<",
                        ">${stillToCom}<",
                        "is \"stillToCome\" meant?"),
                Broken.release(
                        "a condition that cannot be read",
                        RESPONSE,
                        "${announcementNext == 'change'}",
                        "${announcementNext == }",
                        "an expression that cannot be read, \"${announcementNext == }\""),
                Broken.release(
                        "a condition that is not closed",
                        RESPONSE,
                        ">${stillToCome}<",
                        ">${stillToCome<",
                        "an expression that cannot be read"),
                Broken.release(
                        "a condition that is plain text",
                        RESPONSE,
                        ">${stillToCome}<",
                        ">stillToCome<",
                        "neither true nor false"),
                Broken.release(
                        "a method that does not exist",
                        RESPONSE,
                        "earlierAnswers.forget(execution, 'announcementNext')",
                        "earlierAnswers.forgets(execution, 'announcementNext')",
                        "calls \"forgets\"",
                        "is \"forget\" meant?"),
                Broken.release(
                        "a method with an argument less",
                        RESPONSE,
                        "earlierAnswers.forget(execution, 'announcementNext')",
                        "earlierAnswers.forget(execution)",
                        "does not exist with 1 arguments"),
                Broken.release(
                        "a method of Json that does not exist",
                        RESPONSE,
                        "${otherDuties.elements()}",
                        "${otherDuties.element()}",
                        "calls \"element\""),
                Broken.release(
                        "a part of Json that does not exist",
                        DELIVERY,
                        "distribution.prop('way')",
                        "distribution.prop('wya')",
                        "takes \"wya\""),
                Broken.release(
                        "a variable by its name, misspelt",
                        RESPONSE,
                        "execution.getVariable('draftOfficer')",
                        "execution.getVariable('draftOficer')",
                        "names the variable \"draftOficer\""),
                Broken.release(
                        "a method of the engine that does not exist",
                        RESPONSE,
                        "execution.getVariable('draftOfficer')",
                        "execution.getVariabel('draftOfficer')",
                        "calls \"getVariabel\""),
                Broken.release(
                        "a function that does not exist",
                        RESPONSE,
                        "${taskPriority}",
                        "${priority()}",
                        "calls the function \"priority\""),
                Broken.release(
                        "a due date of a variable that does not exist",
                        RESPONSE,
                        "${announcementDue}",
                        "${anouncementDue}",
                        "names \"anouncementDue\""),
                Broken.release(
                        "a due date that is none",
                        RESPONSE,
                        "camunda:dueDate=\"${announcementDue}\"",
                        "camunda:dueDate=\"soon\"",
                        "has the date \"soon\""),
                Broken.release(
                        "a priority that is none",
                        RESPONSE,
                        "camunda:priority=\"${taskPriority}\"",
                        "camunda:priority=\"high\"",
                        "has the priority \"high\""),
                Broken.release(
                        "a task for nobody",
                        RESPONSE,
                        "candidateGroups=\"policy-officers\"",
                        "candidateGroups=\"policy-oficers\"",
                        "is for \"policy-oficers\""),
                Broken.release(
                        "a timer with a variable that does not exist",
                        RESPONSE,
                        "${comesOutAt}",
                        "${comesOutOn}",
                        "names \"comesOutOn\""),
                Broken.release(
                        "a timer that nobody can read",
                        RESPONSE,
                        "${comesOutAt}",
                        "next Monday",
                        "has the time \"next Monday\""),
                Broken.release(
                        "a timer at 25 o'clock",
                        NOTICES,
                        "0 0 8 * * ?",
                        "0 0 25 * * ?",
                        "has the time \"0 0 25 * * ?\""),
                Broken.release(
                        "waits between attempts that are none",
                        NOTICES,
                        "PT1M,PT5M,PT30M<",
                        "PT1M,five minutes<",
                        "after \"five minutes\""),
                Broken.release(
                        "a process that is not there",
                        RESPONSE,
                        "calledElement=\"deliver-copy\"",
                        "calledElement=\"deliver-copies\"",
                        "the process \"deliver-copies\""),
                Broken.release(
                        "a form by the name of its file",
                        RESPONSE,
                        "formRef=\"record-findings\"",
                        "formRef=\"record-findings.form\"",
                        "the form \"record-findings.form\""),
                Broken.release(
                        "a table that is called as a process",
                        RESPONSE,
                        "calledElement=\"deliver-copy\"",
                        "calledElement=\"inspection-types\"",
                        "the process \"inspection-types\""),
                Broken.release(
                        "a process that only shows what others do",
                        DELIVERY,
                        "isExecutable=\"true\"",
                        "isExecutable=\"false\"",
                        "the process \"deliver-copy\""),
                Broken.release(
                        "somebody who starts it in a variable that nobody declared",
                        RESPONSE,
                        "camunda:formRef=\"register-inspection-report\"",
                        "camunda:initiator=\"whoBegan\" camunda:formRef=\"register-inspection-report\"",
                        "names \"whoBegan\", which is no variable"),
                Broken.release(
                        "a list of Json that the engine cannot go through",
                        RESPONSE,
                        "${otherDuties.elements()}",
                        "otherDuties",
                        "write ${otherDuties.elements()}"),
                Broken.release(
                        "a decision that is not there",
                        RESPONSE,
                        "decisionRef=\"inspection-types\"",
                        "decisionRef=\"inspection-kinds\"",
                        "the decision \"inspection-kinds\""),
                Broken.release(
                        "a result that nobody declared",
                        RESPONSE,
                        "resultVariable=\"typeRules\"",
                        "resultVariable=\"typeRule\"",
                        "names \"typeRule\", which is no variable"),
                Broken.release(
                        "a result that is lost",
                        RESPONSE,
                        " camunda:resultVariable=\"typeRules\"",
                        "",
                        "nothing gets to know"),
                Broken.release(
                        "an input that nobody declared",
                        RESPONSE,
                        "inputParameter name=\"letterTo\"",
                        "inputParameter name=\"letterFor\"",
                        "names \"letterFor\""),
                Broken.release(
                        "a variable that is handed on and does not exist",
                        RESPONSE,
                        "source=\"chiefConstableDistribution\"",
                        "source=\"chiefConstablesDistribution\"",
                        "names \"chiefConstablesDistribution\""),
                Broken.release(
                        "an element that nobody declared",
                        RESPONSE,
                        "elementVariable=\"otherDuty\"",
                        "elementVariable=\"oneDuty\"",
                        "names \"oneDuty\""),
                Broken.release(
                        "a message that nothing sends",
                        RESPONSE,
                        "name=\"no-response-needed\"",
                        "name=\"no-response-neded\"",
                        "waits for the message \"no-response-neded\"",
                        "is \"no-response-needed\" meant?"),
                Broken.release(
                        "an error that nothing catches",
                        RESPONSE,
                        "errorCode=\"needs-a-person\"",
                        "errorCode=\"needs-somebody\"",
                        "\"A person must decide\" ends with the error \"needs-a-person\""),
                Broken.release(
                        "an error of a bean that nothing catches",
                        RESPONSE,
                        "${lookAtTheDay}",
                        "${sendMail}",
                        "\"Look at the day of publication\" ends with the error \"needs-a-person\""),
                event(
                        "a signal that nothing sends",
                        "outgoing>to-by-email</bpmn:outgoing>",
                        "signal",
                        "waits for the signal \"go\""),
                event(
                        "a signal that nothing waits for",
                        "incoming>sent-another-way</bpmn:incoming>",
                        "signal",
                        "sends the signal \"go\""),
                new Broken(
                        "an error in a process that nothing calls",
                        RESPONSE,
                        text -> text.replace(
                                "<bpmn:terminateEventDefinition id=\"response-distributed-terminate\"/>",
                                "<bpmn:errorEventDefinition id=\"distributed-error\" errorRef=\"needs-a-person\"/>"),
                        List.of("\"Response distributed\" ends with the error \"needs-a-person\"")),
                event(
                        "an escalation that nothing catches",
                        "incoming>sent-another-way</bpmn:incoming>",
                        "escalation",
                        "ends with the escalation \"go\""),
                new Broken(
                        "an error that one of two calls does not catch",
                        RESPONSE,
                        text -> text.replaceFirst("(deliver-to-hmicfrs-failed-error\" errorRef=\")[^\"]*", "$1another"),
                        List.of("\"A person must decide\" ends with the error \"needs-a-person\"")),
                Broken.pattern(
                        "a flow without a condition",
                        RESPONSE,
                        "(<bpmn:sequenceFlow id=\"announcement-changed\"[^>]*>)\\s*<bpmn:conditionExpression.*?</bpmn:conditionExpression>",
                        "$1",
                        "the flow \"changed\" from \"What of the announcement?\" has no condition"),
                Broken.release(
                        "a default flow that is none of its own",
                        RESPONSE,
                        "<bpmn:exclusiveGateway id=\"what-of-the-announcement\"",
                        "<bpmn:exclusiveGateway id=\"what-of-the-announcement\" default=\"watching\"",
                        "has a default flow that does not begin at it"),
                Broken.release(
                        "a step that nothing leads to",
                        RESPONSE,
                        "targetRef=\"look-up-the-timetable\"",
                        "targetRef=\"work-out-the-dates\"",
                        "\"Look up the timetable\" is never come to"),
                Broken.release(
                        "a flow to nowhere",
                        RESPONSE,
                        "targetRef=\"work-out-the-dates\"",
                        "targetRef=\"nowhere\"",
                        "Invalid destination 'nowhere'"),
                Broken.release(
                        "a choice without a flow",
                        RESPONSE,
                        "${announcementNext == 'withdraw'}",
                        "${announcementNext == 'widthdraw'}",
                        "goes nowhere where \"withdraw\" is chosen"),
                Broken.release(
                        "what the schema does not know",
                        RESPONSE,
                        "cancelActivity=\"false\"",
                        "cancelActivity=\"perhaps\"",
                        "perhaps"),
                Broken.release(
                        "brackets in brackets",
                        RESPONSE,
                        ">${stillToCome}<",
                        ">${" + "(".repeat(3000) + "stillToCome" + ")".repeat(900) + "}<",
                        "an expression that cannot be read"),
                Broken.release(
                        "elements in elements",
                        RESPONSE,
                        "<bpmn:message ",
                        "<bpmn:category>".repeat(500) + "</bpmn:category>".repeat(500) + "<bpmn:message ",
                        "elements in each other"));
    }

    private static Broken event(String what, String at, String kind, String reason) {
        return new Broken(
                what,
                DELIVERY,
                text -> text.replaceFirst(
                                "(?=<bpmn:process )",
                                "<bpmn:" + kind
                                        + " id=\"go\" name=\"go\" />"
                                                .replace(
                                                        "/>", kind.equals("signal") ? "/>" : "escalationCode=\"go\"/>"))
                        .replace(at, at + "<bpmn:" + kind + "EventDefinition id=\"goes\" " + kind + "Ref=\"go\"/>"),
                List.of(reason));
    }

    static Stream<Broken> forms() {
        return Stream.of(
                Broken.pattern("a form that is a list", FINDINGS, ".*", "[]", "it is no form"),
                Broken.pattern(
                        "a form that is not Json",
                        FINDINGS,
                        "\"type\": \"default\"",
                        "\"type\" \"default\"",
                        "was expecting a colon"),
                Broken.release(
                        "a form without an id", FINDINGS, "\"id\": \"record-findings\",", "", "the form has no id"),
                Broken.release(
                        "two forms with one id",
                        CHANGE,
                        "\"id\": \"request-change\"",
                        "\"id\": \"record-findings\"",
                        "the form \"record-findings\" is in"),
                Broken.release(
                        "a form of another type",
                        FINDINGS,
                        "\"type\": \"default\"",
                        "\"type\": \"wizard\"",
                        "the type of the form"),
                Broken.release(
                        "a component that nobody knows",
                        FINDINGS,
                        "\"type\": \"radio\"",
                        "\"type\": \"filepicker\"",
                        "does not know the component \"filepicker\""),
                Broken.release(
                        "repeated rows",
                        FINDINGS,
                        "\"type\": \"radio\"",
                        "\"type\": \"dynamiclist\"",
                        "Tasklist cannot complete a form"),
                Broken.release(
                        "a box to be ticked",
                        FINDINGS,
                        "\"type\": \"radio\"",
                        "\"type\": \"checkbox\"",
                        "could never be taken"),
                Broken.release(
                        "two fields with one key",
                        FINDINGS,
                        "\"key\": \"findings.recommendationsText\"",
                        "\"key\": \"findings.keyFindings\"",
                        "two fields have the key"),
                Broken.release(
                        "two components with one id",
                        FINDINGS,
                        "\"id\": \"findings-recommendationsText\"",
                        "\"id\": \"findings-keyFindings\"",
                        "two components have the id"),
                Broken.release(
                        "a key that is no variable",
                        FINDINGS,
                        "\"key\": \"findingsNext\"",
                        "\"key\": \"findingNext\"",
                        "is \"findingsNext\" meant?"),
                Broken.release(
                        "a key that is no part of its variable",
                        FINDINGS,
                        "\"key\": \"findings.keyFindings\"",
                        "\"key\": \"findings.keyFinding\"",
                        "is \"keyFindings\" meant?"),
                Broken.release(
                        "a key without the part",
                        FINDINGS,
                        "\"key\": \"findings.keyFindings\"",
                        "\"key\": \"findings\"",
                        "has a key without a dot"),
                Broken.release(
                        "a key with a part too many",
                        FINDINGS,
                        "\"key\": \"findingsNext\"",
                        "\"key\": \"findingsNext.value\"",
                        "has a key with a dot"),
                Broken.release("a field without a key", FINDINGS, "\"key\": \"findingsNext\",", "", "has no key"),
                Broken.release(
                        "a rule that cannot be read",
                        FINDINGS,
                        "=findingsNext != \\\"later\\\"",
                        "=findingsNext != \\\"later",
                        "\"requiredWhen\" an expression that cannot be read"),
                Broken.release(
                        "a rule with an end missing",
                        FINDINGS,
                        "=findingsNext != \\\"later\\\"",
                        "=findingsNext != ",
                        "an expression that cannot be read"),
                Broken.release(
                        "a rule with a name that does not exist",
                        FINDINGS,
                        "=findingsNext != \\\"later\\\"",
                        "=findingNext != \\\"later\\\"",
                        "the name \"findingNext\""),
                Broken.release(
                        "a rule whose name is misspelt",
                        FINDINGS,
                        "\"requiredWhen\"",
                        "\"requiredwhen\"",
                        "it is called \"requiredWhen\""),
                Broken.release(
                        "a condition that cannot be read",
                        CHANGE,
                        "=changeKind = null or changeKind != \\\"publication-date\\\"",
                        "=changeKind = null or",
                        "the condition \"hide\""),
                Broken.release(
                        "a condition without its sign",
                        CHANGE,
                        "\"=changeKind = null or",
                        "\"changeKind = null or",
                        "begin it with \"=\""),
                Broken.release(
                        "a condition on a part that does not exist",
                        DUTY,
                        "=dutyDone.outcome = null",
                        "=dutyDone.outcom = null",
                        "\"dutyDone\" has no such part",
                        "is \"outcome\" meant?"),
                Broken.release(
                        "a function that does not exist",
                        EXPLANATION,
                        "or count(lastAnswers)",
                        "or cuont(lastAnswers)",
                        "the function \"cuont\""),
                Broken.release(
                        "a template that is not closed", FINDINGS, "{{title}}", "{{title", "without a \"}}\"", "{{"),
                Broken.release("a template that is not ended", FINDINGS, "{{/if}}", "", "not ended"),
                Broken.release(
                        "a template that ends what was not begun",
                        FINDINGS,
                        "{{/if}}",
                        "{{/loop}}",
                        "ends nothing that was begun last"),
                Broken.release(
                        "a template with a name that does not exist",
                        FINDINGS,
                        "{{title}}",
                        "{{titel}}",
                        "is \"title\" meant?"),
                Broken.release(
                        "a label that cannot be read",
                        EXPLANATION,
                        "=\\\"Explanation for \\\" + recommendation.label",
                        "=\\\"Explanation for \\\" + ",
                        "has in \"label\""),
                Broken.release(
                        "a limit that is no date",
                        REPORT,
                        "=datePublished\"",
                        "=\\\"1 August 1996\\\"\"",
                        "which is no date"),
                Broken.release(
                        "a limit without quotation marks",
                        REPORT,
                        "=datePublished\"",
                        "=2018-07-19\"",
                        "which is no date"),
                Broken.release(
                        "conditions in conditions",
                        FINDINGS,
                        "=findingsNext != \\\"later\\\"",
                        "=" + "if (".repeat(12) + "1 2" + ")".repeat(12),
                        "brackets in each other"),
                Broken.release(
                        "a limit of a text",
                        REPORT,
                        "\"patternMessage\"",
                        "\"notAfter\": \"=today\", \"patternMessage\"",
                        "because the field is no date"),
                Broken.release(
                        "choices of a table that is not there",
                        REPORT,
                        "\"choicesOf\": \"inspection-types\"",
                        "\"choicesOf\": \"types\"",
                        "names the table \"types\""),
                Broken.release(
                        "choices of a table that does not ask for them",
                        CHANGE,
                        "\"inspections\": \"changeable\"",
                        "\"choicesOf\": \"inspection-types\"",
                        "has no input \"reference\""),
                Broken.release(
                        "a column that the table has not",
                        REPORT,
                        "answeredWithin: as",
                        "within: as",
                        "names the column \"within\""),
                Broken.release(
                        "a group that is none",
                        EXPLANATION,
                        "\"userInGroup\": \"policy-officers\"",
                        "\"userInGroup\": \"policy-oficers\"",
                        "which is no group"),
                Broken.release(
                        "what follows, in words that mean nothing",
                        REPORT,
                        "\"statutory-period\"",
                        "\"period\"",
                        "must be one of corrected-date, day-of-publication, statutory-period"),
                Broken.release(
                        "inspections of a kind that there is not",
                        CHANGE,
                        "\"inspections\": \"changeable\"",
                        "\"inspections\": \"all\"",
                        "must be one of changeable, published, sent"),
                Broken.release(
                        "a list that does not exist",
                        EXPLANATION,
                        "\"fold\": \"closed\"",
                        "\"repeat\": \"=recomendations\"",
                        "is \"recommendations\" meant?"),
                Broken.release(
                        "an element of no list",
                        EXPLANATION,
                        "{{recommendation.label}}",
                        "{{eachItem.label}}",
                        "is not repeated"),
                Broken.release(
                        "words for a choice that is not offered",
                        FINDINGS,
                        "\"completeAs.later\"",
                        "\"completeAs.afterwards\"",
                        "is not offered"),
                Broken.release(
                        "choices that cannot be worked out",
                        "approve-response.form",
                        "=for each in signatories return",
                        "=for each in signatories",
                        "\"valuesExpression\""),
                Broken.release("a pattern that cannot be read", REPORT, "^[\\\\s", "^[[\\\\s", "cannot be read"),
                Broken.release(
                        "no length that fits",
                        REPORT,
                        "\"maxLength\": 300",
                        "\"minLength\": 400, \"maxLength\": 300",
                        "which no text has"),
                Broken.release(
                        "a text that its variable cannot hold",
                        REPORT,
                        "\"maxLength\": 300",
                        "\"maxLength\": 9000",
                        "holds 4,000"),
                Broken.release(
                        "a choice that is offered twice",
                        FINDINGS,
                        "\"value\": \"check\"",
                        "\"value\": \"later\"",
                        "twice"),
                Broken.release(
                        "nothing to choose",
                        REPORT,
                        "\"choicesOf\": \"inspection-types\"",
                        "\"high\": \"yes\"",
                        "offers nothing to be chosen"),
                Broken.release(
                        "brackets in brackets",
                        FINDINGS,
                        "=findingsNext != \\\"later\\\"",
                        "=" + "(".repeat(200) + "1" + ")".repeat(200),
                        "brackets in each other"),
                Broken.release(
                        "brackets in brackets of a pattern",
                        REPORT,
                        "^[\\\\s\\\\u200b\\\\u2060]*",
                        "(".repeat(5000),
                        "characters: shorten it"),
                Broken.release(
                        "a hundred thousand lists in lists",
                        FINDINGS,
                        "\"components\": [",
                        "\"more\": " + "[".repeat(100_000) + "]".repeat(100_000) + ", \"components\": [",
                        "nesting depth"));
    }

    static Stream<Broken> tables() {
        return Stream.of(
                Broken.release(
                        "an input that is no variable",
                        TYPES,
                        "<text>inspectionType</text>",
                        "<text>inspectionTyp</text>",
                        "is \"inspectionType\" meant?"),
                Broken.release(
                        "an input that asks for nothing",
                        TYPES,
                        "<text>inspectionType</text>",
                        "<text></text>",
                        "asks for nothing"),
                Broken.release(
                        "a row that is not closed",
                        TYPES,
                        "\"PEEL Inspection\"",
                        "\"PEEL Inspection",
                        "no quotation mark at its end"),
                Broken.release(
                        "a row without quotation marks", TYPES, "\"PEEL Inspection\"", "PEEL", "the name \"PEEL\""),
                Broken.release(
                        "a row that cannot be read", TYPES, "\"PEEL Inspection\"", "&lt; &lt;", "cannot be read"),
                Broken.release(
                        "a text where a number belongs",
                        "response-timetable.dmn",
                        "<text>50</text>",
                        "<text>\"fifty\"</text>",
                        "where a number belongs"),
                Broken.release(
                        "a function that does not exist",
                        "response-timetable.dmn",
                        "<text>50</text>",
                        "<text>fifty(1)</text>",
                        "the function \"fifty\""),
                Broken.release(
                        "a language that is not run",
                        TYPES,
                        "<inputExpression ",
                        "<inputExpression expressionLanguage=\"javascript\" ",
                        "\"javascript\""),
                Broken.release(
                        "two outputs of one name",
                        TYPES,
                        "name=\"letterSentence\"",
                        "name=\"statute\"",
                        "two outputs with the name"));
    }

    static Stream<Broken> all() {
        return Stream.of(diagrams(), forms(), tables()).flatMap(some -> some);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    @DisplayName("is refused before it goes live, with file, line and reason:")
    void refused(Broken broken) {
        long before = deployed();

        Answer answer = broken.in(enoughFor(broken.file())).create(door);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("message").asText())
                .containsPattern("[\\w-]+\\.(bpmn|dmn|form), line \\d+: ")
                .contains(broken.reasons());
        assertThat(deployed()).isEqualTo(before);
    }

    @Test
    @DisplayName("is told all at once, of all files")
    void allAtOnce() {
        List<Broken> several = all().filter(broken -> List.of(
                                "a bean that does not exist",
                                "a message that nothing sends",
                                "a timer at 25 o'clock",
                                "a key that is no variable",
                                "a limit that is no date",
                                "a condition on a part that does not exist",
                                "a text where a number belongs")
                        .contains(broken.what()))
                .toList();
        Deployment deployment = Deployment.ofTheProject().with("broken.form", "{");
        several.forEach(broken -> broken.in(deployment));

        Answer answer = deployment.create(door);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(several).hasSize(7);
        assertThat(answer.json().path("message").asText())
                .contains("broken.form, line 1")
                .satisfies(
                        message -> several.forEach(broken -> assertThat(message).contains(broken.reasons())));
    }

    @Test
    @DisplayName("is nothing of what was released, then and now")
    void released() {
        deploys(Deployment.of(Path.of("src/test/resources/released/1")));
        deploys(Deployment.ofTheProject());
    }

    @Test
    @DisplayName(
            "is nothing in a process that is deployed alone, where the calls that were deployed before catch its error")
    void calledByWhatWasDeployedBefore() {
        Deployment alone =
                Deployment.empty().with(DELIVERY, Deployment.ofTheProject().text(DELIVERY));

        deploys(alone);
        Broken.release("", DELIVERY, "errorCode=\"needs-a-person\"", "errorCode=\"needs-somebody\"")
                .in(alone);
        assertThat(alone.create(door).json().path("message").asText())
                .contains("\"A person must decide\" ends with the error \"needs-somebody\"");
    }

    @Test
    @DisplayName("is nothing of what an office changes: another label, another due date, a task with a form of its own")
    void changed() {
        Deployment changed = Deployment.ofTheProject();
        Broken.release("", FINDINGS, "\"Key findings\"", "\"What was found\"").in(changed);
        Broken.release("", RESPONSE, "camunda:dueDate=\"${announcementDue}\"", "camunda:dueDate=\"P3D\"")
                .in(changed);
        Broken.release(
                        "",
                        RESPONSE,
                        "<bpmn:sequenceFlow id=\"to-look-at-the-day\" sourceRef=\"report-published\" targetRef=\"look-at-the-day\"/>",
                        """
                                <bpmn:userTask id="tell-the-pcc" name="Tell the PCC" camunda:formRef="tell-the-pcc" camunda:formRefBinding="deployment" camunda:candidateGroups="managers, policy-officers" camunda:assignee="${execution.processBusinessKey == null ? null : authenticatedUserId}" camunda:dueDate="${empty announcementDue ? now() : announcementDue}">
                                  <bpmn:extensionElements>
                                    <camunda:taskListener event="create" expression="${task.setPriority(60)}"/>
                                  </bpmn:extensionElements>
                                </bpmn:userTask>
                                <bpmn:sequenceFlow id="to-look-at-the-day" sourceRef="report-published" targetRef="tell-the-pcc"/>
                                <bpmn:sequenceFlow id="pcc-told" sourceRef="tell-the-pcc" targetRef="look-at-the-day"/>
                                """)
                .in(changed);
        Broken.release("", RESPONSE, "camunda:priority=\"${taskPriority}\"", "camunda:priority=\"-5\"")
                .in(changed);
        Broken.release("", RESPONSE, "<bpmn:process ", """
                                <bpmn:process id="the-pcc" isExecutable="false">
                                  <bpmn:userTask id="reads-it" name="Reads it" camunda:formRef="nowhere"/>
                                </bpmn:process>
                                <bpmn:process\s""").in(changed);
        changed.with("tell-the-pcc.form", """
                {"type": "default", "id": "tell-the-pcc", "components": [
                  {"type": "text", "id": "t", "text": "# {{title}}: {{#loop explanations}}{{label}}{{/loop}}"},
                  {"type": "group", "id": "g", "components": [
                    {"type": "textfield", "id": "m", "key": "managersNote.text", "label": "Note",
                     "properties": {"requiredWhen": "=some one in explanations satisfies one.number > 3",
                                    "ourOwn": "something", "hint": "short", "role": "reader"}}]}]}
                """);

        deploys(changed);
    }

    private void deploys(Deployment deployment) {
        String id = deployment.create(door).good().json().path("id").asText();
        // Nobody can do that over REST.
        engine.getRepositoryService().deleteDeployment(id, true);
    }

    private long deployed() {
        return engine.getRepositoryService().createDeploymentQuery().count();
    }

    /** What a file needs beside it. All forms would be read in full a hundred times. */
    private static Deployment enoughFor(String file) {
        Deployment all = Deployment.ofTheProject();
        Deployment enough = Deployment.empty().with(TYPES, all.text(TYPES));
        if (file.endsWith(".bpmn")) {
            all.names().stream()
                    .filter(name -> name.endsWith(".form"))
                    .forEach(name ->
                            enough.with(name, "{\"id\": \"" + name.replace(".form", "") + "\", \"components\": []}"));
            List.of("response-timetable.dmn", RESPONSE, DELIVERY, SENDING, "await-the-publication.form")
                    .forEach(name -> enough.with(name, all.text(name)));
        } else {
            enough.with(FINDINGS, all.text(FINDINGS));
        }
        return enough.with(file, all.text(file));
    }
}
