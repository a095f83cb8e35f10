/** Makes and verifies BagIt bags (RFC 8493). Needs nothing but Java. */
module org.govsocial.bags {
    requires static transitive org.jspecify;

    exports org.govsocial.bags;
}
