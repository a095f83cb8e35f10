package org.govsocial.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an agency says once for all its work, in {@code govsocial.json}. Made by {@link #of} and the methods that begin with
 * {@code with}, so that components can be added.
 *
 * @param agency the agency's name
 * @param domains its own domains, in lower case, such as {@code "example.govt.nz"}
 * @param shortHosts hosts of its own short addresses, in lower case
 * @param accounts its accounts
 * @param acronyms short forms that its readers know, each with what it stands for
 * @param allowances findings that it does not want to see
 * @param packs packs and folders of packs, relative to the workspace
 * @param plugins folders of plug-in jars, relative to the workspace
 */
public record WorkspaceSettings(
        String agency,
        List<String> domains,
        List<String> shortHosts,
        List<Account> accounts,
        Map<String, String> acronyms,
        List<Allowance> allowances,
        List<String> packs,
        List<String> plugins) {
    /** Copies the collections. */
    public WorkspaceSettings {
        domains = List.copyOf(domains);
        shortHosts = List.copyOf(shortHosts);
        accounts = List.copyOf(accounts);
        acronyms = Collections.unmodifiableMap(new LinkedHashMap<>(acronyms));
        allowances = List.copyOf(allowances);
        packs = List.copyOf(packs);
        plugins = List.copyOf(plugins);
    }

    /**
     * One of the agency's accounts.
     *
     * @param platform where it is
     * @param handle its name there, without {@code @}
     */
    public record Account(Platform platform, String handle) {}

    /**
     * A finding that the agency does not want to see. What is absent is not asked about; a word or a rule is always there.
     *
     * @param word the words at the place of the finding, letter by letter
     * @param rule the rule that found it
     * @param platform where
     * @param reason why it is allowed
     * @param until the last day; absent for as long as it stands in the file
     */
    public record Allowance(
            Optional<String> word,
            Optional<RuleId> rule,
            Optional<Platform> platform,
            String reason,
            Optional<LocalDate> until) {}

    /**
     * Settings that say no more than whose they are.
     *
     * @param agency the agency's name
     * @return the settings
     */
    public static WorkspaceSettings of(String agency) {
        return new WorkspaceSettings(
                agency, List.of(), List.of(), List.of(), Map.of(), List.of(), List.of(), List.of());
    }

    /**
     * The same with other addresses.
     *
     * @param own the agency's own domains
     * @param shortened hosts of its own short addresses
     * @return new settings
     */
    public WorkspaceSettings withDomains(List<String> own, List<String> shortened) {
        return new WorkspaceSettings(agency, own, shortened, accounts, acronyms, allowances, packs, plugins);
    }

    /**
     * The same with other accounts.
     *
     * @param own the agency's accounts
     * @return new settings
     */
    public WorkspaceSettings withAccounts(List<Account> own) {
        return new WorkspaceSettings(agency, domains, shortHosts, own, acronyms, allowances, packs, plugins);
    }

    /**
     * The same with other acronyms.
     *
     * @param known short forms that readers know, each with what it stands for
     * @return new settings
     */
    public WorkspaceSettings withAcronyms(Map<String, String> known) {
        return new WorkspaceSettings(agency, domains, shortHosts, accounts, known, allowances, packs, plugins);
    }

    /**
     * The same with other allowances.
     *
     * @param allowed findings that the agency does not want to see
     * @return new settings
     */
    public WorkspaceSettings withAllowances(List<Allowance> allowed) {
        return new WorkspaceSettings(agency, domains, shortHosts, accounts, acronyms, allowed, packs, plugins);
    }

    /**
     * The same with other guidance.
     *
     * @param folders packs and folders of packs
     * @param jars folders of plug-in jars
     * @return new settings
     */
    public WorkspaceSettings withGuidance(List<String> folders, List<String> jars) {
        return new WorkspaceSettings(agency, domains, shortHosts, accounts, acronyms, allowances, folders, jars);
    }
}
