import sys
from datetime import date
from pathlib import Path
from generator.workspace import Workspace
from generator.pipeline import check, build
def main():
    w=Workspace(Path.cwd())
    c=check(w,today=date.today())
    for i in c.issues: print(f"{i.place}: {i.severity}: {i.message} [{i.rule}]\n    {i.hint}")
    p=build(w,c,output=Path(sys.argv[sys.argv.index('--output')+1]) if '--output' in sys.argv else w.root/'site')
    print(p.folder, len(p.manifest.files), p.issues)
if __name__=="__main__": main()
