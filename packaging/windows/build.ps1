# Builds the Windows folder and a zip of it. NOT RUN YET: kept so that a machine with Windows and
# Python 3.11 can build what ./dev package builds on Linux, from the same spec.
#     powershell -File packaging\windows\build.ps1
$ErrorActionPreference = "Stop"
$root = Resolve-Path "$PSScriptRoot\..\.."
Set-Location $root
py -3.11 -m venv .venv-package
$python = ".venv-package\Scripts\python.exe"
& $python -m pip install --require-hashes -r requirements.lock.txt
& $python -m pip install --require-hashes -r packaging\tools.lock.txt
& $python -m pip install --no-deps --no-build-isolation .
$env:PYTHONHASHSEED = "1"
$env:SOURCE_DATE_EPOCH = git log -1 --format=%ct
& $python -m PyInstaller --noconfirm --clean --distpath dist\windows --workpath build\windows packaging\osawatch.spec
Compress-Archive -Force dist\windows\osawatch dist\osawatch-windows.zip
Get-FileHash -Algorithm SHA256 dist\osawatch-windows.zip
