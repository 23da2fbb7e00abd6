; The installer for Windows: for one user, without an administrator. packaging/README.md tells how it is built.
;
;   makensis /DVERSION=0.1.0 packaging\windows\whatholds.nsi
Unicode true
!include "MUI2.nsh"
!include "FileFunc.nsh"

!ifndef VERSION
  !error "Give the version: /DVERSION=0.1.0"
!endif
!ifndef SOURCE
  !define SOURCE "..\..\dist\whatholds"
!endif
!ifndef OUTPUT
  !define OUTPUT "..\..\dist\whatholds-${VERSION}-setup.exe"
!endif
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\WhatHolds"
!define CLASSES "Software\Classes"

Name "WhatHolds"
OutFile "${OUTPUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\WhatHolds"
InstallDirRegKey HKCU "Software\WhatHolds" "Folder"
SetCompressor /SOLID lzma
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "WhatHolds"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "WhatHolds setup"
VIAddVersionKey /LANG=0 "LegalCopyright" "MIT licence"

!define MUI_FINISHPAGE_RUN "$INSTDIR\whatholds-window.exe"
!insertmacro MUI_PAGE_LICENSE "..\..\LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Korean"
LangString FileType ${LANG_ENGLISH} "WhatHolds scenario, workshop or case"
LangString FileType ${LANG_KOREAN} "WhatHolds 시나리오, 워크숍 또는 사례"

; Windows knows a file by what follows the last dot, so .json and .yaml keep the programs that they have: WhatHolds is
; offered under Open with, and a scenario opens by a double click once the user has chosen it there.
!macro OfferFor ENDING
  WriteRegStr HKCU "${CLASSES}\${ENDING}\OpenWithProgids" "WhatHolds.File" ""
  WriteRegStr HKCU "${CLASSES}\Applications\whatholds-window.exe\SupportedTypes" "${ENDING}" ""
!macroend

Section "WhatHolds"
  RMDir /r "$INSTDIR\_internal" ; nothing of an earlier version stays between the new files
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\WhatHolds.lnk" "$INSTDIR\whatholds-window.exe"

  WriteRegStr HKCU "${CLASSES}\WhatHolds.File" "" "$(FileType)"
  WriteRegStr HKCU "${CLASSES}\WhatHolds.File\DefaultIcon" "" "$INSTDIR\whatholds-window.exe,0"
  WriteRegStr HKCU "${CLASSES}\WhatHolds.File\shell\open\command" "" '"$INSTDIR\whatholds-window.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\Applications\whatholds-window.exe" "FriendlyAppName" "WhatHolds"
  WriteRegStr HKCU "${CLASSES}\Applications\whatholds-window.exe\shell\open\command" "" \
    '"$INSTDIR\whatholds-window.exe" "%1"'
  !insertmacro OfferFor ".json"
  !insertmacro OfferFor ".yaml"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'

  WriteRegStr HKCU "Software\WhatHolds" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "WhatHolds"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\whatholds-window.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

Section "Uninstall"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\whatholds.exe"
  Delete "$INSTDIR\whatholds-window.exe"
  Delete "$INSTDIR\whatholds.cdx.json"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\WhatHolds.lnk"
  DeleteRegValue HKCU "${CLASSES}\.json\OpenWithProgids" "WhatHolds.File"
  DeleteRegValue HKCU "${CLASSES}\.yaml\OpenWithProgids" "WhatHolds.File"
  DeleteRegKey HKCU "${CLASSES}\WhatHolds.File"
  DeleteRegKey HKCU "${CLASSES}\Applications\whatholds-window.exe"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\WhatHolds"
SectionEnd
