package org.govsocial.testkit;

import org.govsocial.model.Agency;
import org.govsocial.model.Country;
import org.govsocial.spi.Circumstances;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Setting;

/** A rule as it comes, while nobody hears of its failures: as when an agency takes them all for notes. */
record Unheard(RuleInfo rule, Agency agency) implements Circumstances {
    @Override
    public int setting(String name) {
        return rule.settings().stream()
                .filter(setting -> setting.name().equals(name))
                .mapToInt(Setting::value)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the rule declares no setting \"" + name + "\""));
    }

    @Override
    public Country country() {
        return Country.NZ;
    }

    @Override
    public boolean isHeard(String key) {
        if (!rule.messages().containsKey(key)) {
            throw new IllegalArgumentException("the rule declares no message \"" + key + "\"");
        }
        return false;
    }
}
