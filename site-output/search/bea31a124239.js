backfileSearch("bea31a124239","G4	Y,y3IT=2cb8,:[!zZyvH2d0)b0Z:_s^(s	%Sk]$Oh$7B1QB<iWyuC,r$");
