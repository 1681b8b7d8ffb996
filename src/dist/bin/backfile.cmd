@echo off
rem Starts Backfile with the Java that came with it.
"%~dp0..\runtime\bin\java.exe" "@%~dp0..\lib\java.options" %BACKFILE_OPTS% -jar "%~dp0..\lib\backfile.jar" %*
exit /b %errorlevel%
