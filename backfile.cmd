@echo off
rem Starts Backfile from a checkout; builds the jar first where it is missing.
setlocal
set "here=%~dp0"
set "jar=%here%target\backfile.jar"
if defined JAVA_HOME (set "java=%JAVA_HOME%\bin\java.exe") else (set "java=java")
if not exist "%jar%" (
  where mvn >nul 2>nul
  if errorlevel 1 (
    echo backfile: the program must be built first, and no Maven was found - install Maven 3.8 or later 1>&2
    exit /b 1
  )
  echo backfile: building the program ^(the first time this fetches its libraries and takes a minute or two^) ... 1>&2
  pushd "%here%"
  call mvn -q -B -ntp -Dquick -DskipTests package 1>&2
  if errorlevel 1 (
    popd
    echo backfile: the program could not be built; the lines above say why 1>&2
    exit /b 1
  )
  popd
)
set "quick="
if "%~1"=="build" if exist ".backfile\last-build.table" set quick="@%here%src\dist\lib\java.quick.options"
"%java%" -Xlog:disable -Xlog:all=error:stderr "@%here%src\dist\lib\java.options" %quick% %BACKFILE_OPTS% -jar "%jar%" %*
exit /b %errorlevel%
