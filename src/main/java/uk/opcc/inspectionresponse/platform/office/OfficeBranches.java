package uk.opcc.inspectionresponse.platform.office;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.opcc.inspectionresponse.statutory.WorkingDays;

/** Gives those who work with one part of the settings this part alone. */
@Configuration(proxyBeanMethods = false)
class OfficeBranches {

    @Bean
    Office office(OfficeProperties settings) {
        return new Office(settings.name(), settings.document(), settings.letterhead()).checked();
    }

    @Bean
    TemplateFolder templateFolder(OfficeProperties settings) {
        return TemplateFolder.in(settings);
    }

    @Bean
    References references(OfficeProperties settings) {
        return new References(settings.reference());
    }

    @Bean
    RecipientSettings recipientSettings(OfficeProperties settings) {
        return settings.recipients().checked();
    }

    @Bean
    Addressees addresseesOfReports(OfficeProperties settings) {
        return Addressees.in(settings);
    }

    @Bean
    Signatories signatories(OfficeProperties settings) {
        return Signatories.in(settings);
    }

    @Bean
    BankHolidays bankHolidays(OfficeProperties settings) {
        return BankHolidays.in(settings);
    }

    @Bean
    WorkingDays workingDays(BankHolidays bankHolidays) {
        return bankHolidays.workingDays();
    }

    @Bean
    OfficeProperties.Register registerSettings(OfficeProperties settings) {
        return settings.register();
    }

    @Bean
    OfficeProperties.SignIn signInSettings(OfficeProperties settings) {
        return settings.signIn();
    }

    @Bean
    OfficeProperties.Passwords passwordSettings(OfficeProperties settings) {
        return settings.signIn().password();
    }
}
