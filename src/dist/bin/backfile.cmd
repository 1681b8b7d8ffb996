@echo off
rem Starts Backfile with the Java that came with it.
setlocal
set "rebuild="
if "%~1"=="build" if exist ".backfile\last-build.table" set rebuild="@%~dp0..\lib\java.rebuild.options"
"%~dp0..\runtime\bin\java.exe" "@%~dp0..\lib\java.options" %rebuild% %BACKFILE_OPTS% -jar "%~dp0..\lib\backfile.jar" %*
exit /b %errorlevel%
