@echo off
rem Starts Backfile with the Java that came with it.
setlocal
set "quick="
if "%~1"=="build" if exist ".backfile\last-build.table" set quick="@%~dp0..\lib\java.quick.options"
"%~dp0..\runtime\bin\java.exe" -Xlog:disable -Xlog:all=error:stderr "@%~dp0..\lib\java.options" %quick% %BACKFILE_OPTS% -jar "%~dp0..\lib\backfile.jar" %*
exit /b %errorlevel%
