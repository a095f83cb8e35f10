@echo off
rem Runs govsocial. Needs Java 17 or later: JAVA_HOME, or java on the PATH.
rem GOVSOCIAL_JAVA_OPTS goes to Java last, so that it overrides what stands here.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" "@%~dp0..\lib\java.options" -Djdk.console=java.base "-Dgovsocial.home=%~dp0.." %GOVSOCIAL_JAVA_OPTS% -jar "%~dp0..\lib\@project.artifactId@-@project.version@.jar" %*
exit /b %ERRORLEVEL%
