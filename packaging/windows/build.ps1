# Builds the Windows folder and a zip of it. NOT RUN YET: kept so that a machine with Windows and
# Python 3.11 can build what ./dev package builds on Linux, from the same spec.
#     powershell -File packaging\windows\build.ps1
$ErrorActionPreference = "Stop"
$root = Resolve-Path "$PSScriptRoot\..\.."
Set-Location $root

# PowerShell goes on after a program that failed: each is asked for its exit code.
function Run {
    $program, $words = $args
    & $program @words
    if ($LASTEXITCODE -ne 0) { throw "$program ${words}: exit code $LASTEXITCODE" }
}

Run py -3.11 -m venv .venv-package
$python = ".venv-package\Scripts\python.exe"
Run $python -m pip install --require-hashes -r requirements.lock.txt
Run $python -m pip install --require-hashes -r packaging\tools.lock.txt
Run $python -m pip install --no-deps --no-build-isolation .
$env:PYTHONHASHSEED = "1"
$env:SOURCE_DATE_EPOCH = Run git log -1 --format=%ct

# What the spec lays into the folder when it is there: the manual, and the sign of the program.
if (Test-Path docs\manual) { Remove-Item -Recurse docs\manual }
Run $python -m osawatch.manual docs\manual
Run $python packaging\icons.py ui\assets\app.svg packaging\windows\osawatch.ico

Run $python -m PyInstaller --noconfirm --clean --distpath dist\windows --workpath build\windows packaging\osawatch.spec
Run dist\windows\osawatch\osawatch-cli.exe --version
Compress-Archive -Force dist\windows\osawatch dist\osawatch-windows.zip
Get-FileHash -Algorithm SHA256 dist\osawatch-windows.zip
