@echo off
rem gne: starts the command.
rem   JAVA_HOME       the Java to use, 17 or newer; else the one on PATH
rem   GNE_JAVA_OPTS   more options for it
setlocal
set "lib=%~dp0..\lib"
set "java=java.exe"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if not exist "%java%" (
    echo gne: JAVA_HOME is %JAVA_HOME%, but there is no bin\java.exe in it 1>&2
    exit /b 2
)
"%java%" -version >nul 2>&1
if errorlevel 1 (
    echo gne: no Java found: put Java 17 or newer on PATH, or set JAVA_HOME 1>&2
    exit /b 2
)
set "vector="
"%java%" --list-modules 2>nul | findstr /b /c:"jdk.incubator.vector" >nul && set "vector=--add-modules=jdk.incubator.vector"
"%java%" -XX:+UseSerialGC -XX:-UsePerfData -Djava.awt.headless=true %vector% %GNE_JAVA_OPTS% -cp "%lib%\*" org.gne.cli.Main %*
exit /b %errorlevel%
