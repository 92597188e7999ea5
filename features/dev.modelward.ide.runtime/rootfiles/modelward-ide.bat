@echo off
rem Starts the workbench beside this script.
setlocal
set "JAVA=javaw"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\javaw"
for %%f in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%f"
start "" "%JAVA%" --enable-native-access=ALL-UNNAMED -jar "%LAUNCHER%" -nosplash %*
