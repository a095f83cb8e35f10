package nz.example.harbour;

import org.govsocial.testkit.PluginContract;
import org.govsocial.testkit.RuleAssert;
import org.junit.jupiter.api.Test;

class HarbourPluginTest {
    private static final String RULE = "harbour/plain-time";

    @Test
    void keeps_the_contract() {
        PluginContract.verify(new HarbourPlugin());
    }

    @Test
    void times_are_written_as_people_say_them() {
        RuleAssert.that(new HarbourPlugin(), RULE)
                .on("The ferry leaves at 1430 hrs.")
                .reports("hours")
                .at("1430 hrs")
                .fixedTo("The ferry leaves at 2:30pm.");
    }

    @Test
    void other_numbers_are_left_alone() {
        RuleAssert.that(new HarbourPlugin(), RULE).on("Volunteers gave 2875 hours.").reportsNothing();
    }
}
