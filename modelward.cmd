@echo off
rem SPDX-License-Identifier: EPL-2.0
rem ModelWard from a clone on Windows: builds what it needs, then runs a verb of the command line or opens the workbench (ide).
rem Plain cmd cannot see that sources have changed: remove releng\dev.modelward.dist\target\built to have them built again.
setlocal
set "root=%~dp0"
set "lines=%root%releng\dev.modelward.dist\target"
set "bench=%root%releng\dev.modelward.ide\target"

call :find_jdk
if errorlevel 1 exit /b 4
if /i "%~1"=="ide" goto :ide
call :build releng/dev.modelward.dist "%lines%"
if errorlevel 1 exit /b 4
"%JAVA_HOME%\bin\java" --enable-native-access=ALL-UNNAMED -cp "%lines%\lib\*" dev.modelward.cli.Main %*
exit /b %ERRORLEVEL%

rem The verb ide: ide [WORKSPACE] [MODEL.onnx]
:ide
set "workspace=%USERPROFILE%\ModelWard"
set "model="
:ide_argument
shift
if "%~1"=="" goto :ide_open
if /i "%~x1"==".onnx" (set "model=%~f1") else set "workspace=%~f1"
goto :ide_argument
:ide_open
call :build "releng/dev.modelward.dist,releng/dev.modelward.ide" "%bench%"
if errorlevel 1 exit /b 4
if not exist "%workspace%" mkdir "%workspace%"
if not defined model call :sample
if not exist "%model%" echo modelward: expected a model in "%model%", found none>&2& exit /b 2
set "launcher="
for %%l in ("%bench%\products\dev.modelward.ide\win32\win32\x86_64\plugins\org.eclipse.equinox.launcher_*.jar") do set "launcher=%%l"
if not defined launcher echo modelward: no workbench for Windows in "%bench%\products">&2& exit /b 4
start "" "%JAVA_HOME%\bin\javaw" --enable-native-access=ALL-UNNAMED "-Dmodelward.open=%model%" -jar "%launcher%" -nosplash -data "%workspace%"
exit /b 0

rem Sets model to a sample in the workspace, made when it is not there.
:sample
set "model=%workspace%\sample.onnx"
if not exist "%model%" "%JAVA_HOME%\bin\java" -cp "%lines%\lib\*" dev.modelward.cli.Main sample "%model%" >nul
exit /b 0

rem Sets JAVA_HOME to a JDK that is new enough: its own, else the PATH's, else one of the usual folders.
:find_jdk
set "found="
if defined JAVA_HOME call :try_jdk "%JAVA_HOME%"
for %%j in (javac.exe) do if not "%%~$PATH:j"=="" for %%b in ("%%~dp$PATH:j..") do call :try_jdk "%%~fb"
for /d %%j in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do call :try_jdk "%%~j"
if not defined found echo ModelWard needs a JDK 21 or newer: install Temurin 21 or newer, or set JAVA_HOME to the folder of one.>&2& exit /b 1
set "JAVA_HOME=%found%"
exit /b 0

rem Sets found to folder %1 when it holds a JDK that is new enough and none was found before.
:try_jdk
if defined found exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
for /f "usebackq tokens=1,2 delims==" %%k in ("%~1\release") do if "%%k"=="JAVA_VERSION" call :try_version "%~1" %%l
exit /b 0

rem Sets found to folder %1 when its version %2 is new enough.
:try_version
for /f "delims=.-+" %%f in ("%~2") do if %%f geq 21 set "found=%~1"
exit /b 0

rem Builds modules %1 unless target folder %2 says that they are built.
:build
if exist "%~2\built" exit /b 0
call :find_maven
if errorlevel 1 exit /b 1
echo modelward: building (the first time takes a few minutes; log: %root%target\build.log)>&2
if not exist "%root%target" mkdir "%root%target"
pushd "%root%"
call "%maven%" -B -DskipTests package -am -pl %~1 >target\build.log 2>&1
if errorlevel 1 popd & echo modelward: the build failed; see %root%target\build.log>&2& exit /b 1
popd
echo built>"%lines%\built"
if exist "%bench%" echo built>"%bench%\built"
exit /b 0

rem Sets maven to the one to run; the machine's Maven fetches it by name once, outside of the clone.
:find_maven
set "cache=%LOCALAPPDATA%\modelward"
set "maven=%cache%\apache-maven-3.9.16\bin\mvn.cmd"
if exist "%maven%" exit /b 0
for %%m in (mvn.cmd) do if "%%~$PATH:m"=="" echo ModelWard needs Maven 3.6.3 or newer to build: install it and put mvn on the PATH.>&2& exit /b 1
echo fetching Maven 3.9.16 (once, into %cache%)>&2
if not exist "%cache%\part" mkdir "%cache%\part"
pushd "%cache%\part"
call mvn -q -B -C org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack -DoutputDirectory=. -Dartifact=org.apache.maven:apache-maven:3.9.16:zip:bin
popd
move "%cache%\part\apache-maven-3.9.16" "%cache%" >nul
if not exist "%maven%" echo Maven 3.9.16 could not be fetched.>&2& exit /b 1
exit /b 0
