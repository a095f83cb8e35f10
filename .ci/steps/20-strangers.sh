#!/usr/bin/env bash
# What strangers build works: a plug-in against the installed model and test kit, a pack, and a program that uses the
# accessibility module alone. The modules are installed into a throw-away repository, never into the user's own.
set -euo pipefail
root=$PWD
work=$root/target/strangers
rm -rf "$work"
mkdir -p "$work"

version=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' pom.xml | head -n 1)
[ -n "$version" ] || { echo "the root pom.xml names no version"; exit 1; }

# Hard links: what Maven has already fetched need not be fetched again, and what it adds stays here.
repository=$work/repository
own=${MAVEN_REPO_LOCAL:-$HOME/.m2/repository}
if [ -d "$own" ]; then
    cp -al "$own" "$repository" 2>/dev/null || cp -R "$own" "$repository"
fi
rm -rf "$repository/org/govsocial"
maven() { mvn -B -ntp -q -Dmaven.repo.local="$repository" -Dgovsocial.version="$version" "$@"; }

contains() { # FILE TEXT
    grep -qF -- "$2" "$1" || { echo "$1 does not contain: $2"; cat "$1"; exit 1; }
}

echo "-- install the modules that strangers may use"
maven -Pquick -DskipTests -pl .,guidance-model,guidance-testkit,accessibility install

echo "-- the plug-in builds and keeps its contract"
cp -R samples/plugin "$work/plugin"
rm -rf "$work/plugin/target"
maven -f "$work/plugin/pom.xml" verify
jar=$work/plugin/target/harbour-plugin-1.0.0.jar
! unzip -l "$jar" 2>/dev/null | grep -q org/govsocial || { echo "$jar holds classes of govsocial"; exit 1; }

echo "-- the command line finds it, explains it and runs it"
mkdir "$work/plugins"
cp "$jar" "$work/plugins/"
./govsocial plugins verify --plugins "$work/plugins" >"$work/plugins.txt"
contains "$work/plugins.txt" "harbour 1.0.0"
./govsocial explain harbour/plain-time --plugins "$work/plugins" >"$work/explain.txt"
contains "$work/explain.txt" "harbour-style#HARBOUR-TIME"
./govsocial check --plugins "$work/plugins" --only harbour/plain-time --format json --fail-on never \
    --text 'The ferry leaves at 1430 hrs.' >"$work/plugin.json"
contains "$work/plugin.json" '"rule":"harbour/plain-time"'
contains "$work/plugin.json" '2:30pm'

echo "-- the pack loads and its rules find what they say they find"
./govsocial plugins verify --packs samples/packs >"$work/packs.txt"
contains "$work/packs.txt" "harbour-words"
./govsocial check --packs samples/packs --only harbour-words/everyday,harbour-words/closure-link --format json \
    --fail-on never --text 'The pool is closed. Work will commence on Monday.' >"$work/pack.json"
contains "$work/pack.json" '"rule":"harbour-words/everyday"'
contains "$work/pack.json" '"rule":"harbour-words/closure-link"'

echo "-- a program uses the accessibility module alone, on the class path and on the module path"
cp -R samples/embed "$work/embed"
rm -rf "$work/embed/target"
maven -f "$work/embed/pom.xml" package
cd "$work/embed/target"
if ls lib | grep -qE 'govsocial-(planning|mishap|casestudies|cli|archives|reports)'; then
    echo "the program needs more than the accessibility module:"
    ls lib
    exit 1
fi
java -cp 'classes:lib/*' nz.example.embed.Embed >classpath.txt
java -p classes:lib -m nz.example.embed/nz.example.embed.Embed >modulepath.txt
contains classpath.txt "running as plain classes"
contains modulepath.txt "running as a module"
for run in classpath.txt modulepath.txt; do
    contains "$run" "outcome FAILED"
    contains "$run" "ERROR accessibility/image-alt-missing"
done
diff <(tail -n +2 classpath.txt) <(tail -n +2 modulepath.txt)
echo "all of it works"
