<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name></name>
    <message>
        <source>Canvas</source>
        <translation>Zeichenfläche</translation>
    </message>
    <message>
        <source>The page you draw on</source>
        <translation>Die Seite, auf der du zeichnest</translation>
    </message>
    <message>
        <source>Remove guide</source>
        <translation>Hilfslinie entfernen</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>New Pa&amp;ge…</source>
        <translation>Neue Se&amp;ite…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open &amp;Photo…</source>
        <translation>&amp;Foto öffnen…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>E&amp;infügen</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Stift</translation>
    </message>
    <message>
        <source>Pen: draw</source>
        <translation>Stift: zeichnen</translation>
    </message>
    <message>
        <source>Pencil</source>
        <translation>Bleistift</translation>
    </message>
    <message>
        <source>Pencil: broad when the stylus is tilted</source>
        <translation>Bleistift: breit, wenn der Stift geneigt ist</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>Marker</translation>
    </message>
    <message>
        <source>Marker: broad and see-through</source>
        <translation>Marker: breit und durchscheinend</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Straight line; Shift turns it in steps of 15 degrees</source>
        <translation>Gerade Linie; Umschalt dreht sie in Schritten von 15 Grad</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Eraser: remove the strokes you touch</source>
        <translation>Radierer: entfernt die Striche, die du berührst</translation>
    </message>
    <message>
        <source>Partial Eraser</source>
        <translation>Teilradierer</translation>
    </message>
    <message>
        <source>Partial eraser: remove the ink you pass over</source>
        <translation>Teilradierer: entfernt die Tinte, über die du fährst</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Select: click strokes or draw a rectangle</source>
        <translation>Auswählen: Striche anklicken oder ein Rechteck ziehen</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Lasso: draw around the strokes to select</source>
        <translation>Lasso: um die Striche herumfahren</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Füllen</translation>
    </message>
    <message>
        <source>Fill: cover the inside of a closed stroke with ink</source>
        <translation>Füllen: das Innere eines geschlossenen Strichs mit Tinte bedecken</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text: letters as strokes along their outlines</source>
        <translation>Text: Buchstaben als Striche entlang ihrer Umrisse</translation>
    </message>
    <message>
        <source>Eyedropper</source>
        <translation>Pipette</translation>
    </message>
    <message>
        <source>Eyedropper: take a colour; or hold Alt while drawing</source>
        <translation>Pipette: eine Farbe aufnehmen; oder beim Zeichnen Alt halten</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>Hand</translation>
    </message>
    <message>
        <source>Hand: move the page; or hold the space bar</source>
        <translation>Hand: die Seite verschieben; oder die Leertaste halten</translation>
    </message>
    <message>
        <source>&amp;Smooth Strokes</source>
        <translation>Striche &amp;glätten</translation>
    </message>
    <message>
        <source>Smooth strokes while drawing</source>
        <translation>Striche beim Zeichnen glätten</translation>
    </message>
    <message>
        <source>&amp;Mirror Left and Right</source>
        <translation>&amp;Links und rechts spiegeln</translation>
    </message>
    <message>
        <source>Mirror &amp;Top and Bottom</source>
        <translation>&amp;Oben und unten spiegeln</translation>
    </message>
    <message>
        <source>&amp;Grid</source>
        <translation>&amp;Raster</translation>
    </message>
    <message>
        <source>&amp;Keep to Grid</source>
        <translation>Am Raster &amp;ausrichten</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>&amp;Modelle…</translation>
    </message>
    <message>
        <source>Models: choose the encoder</source>
        <translation>Modelle: den Encoder wählen</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Fit Page</source>
        <translation>Seite &amp;einpassen</translation>
    </message>
    <message>
        <source>&amp;Start Sketch</source>
        <translation>Skizze &amp;beginnen</translation>
    </message>
    <message>
        <source>&amp;Cancel Sketch</source>
        <translation>Skizze &amp;abbrechen</translation>
    </message>
    <message>
        <source>&amp;Keep Sketch</source>
        <translation>Skizze be&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Tint Strokes</source>
        <translation>Striche &amp;tönen</translation>
    </message>
    <message>
        <source>Tint strokes by what they say</source>
        <translation>Striche danach tönen, was sie sagen</translation>
    </message>
    <message>
        <source>&amp;Clean My Sketch…</source>
        <translation>Skizze &amp;säubern…</translation>
    </message>
    <message>
        <source>What It &amp;Hangs On</source>
        <translation>&amp;Woran es hängt</translation>
    </message>
    <message>
        <source>P&amp;ull to Photo</source>
        <translation>&amp;Zum Foto ziehen</translation>
    </message>
    <message>
        <source>Show It as a Phot&amp;o</source>
        <translation>Als Foto zei&amp;gen</translation>
    </message>
    <message>
        <source>Move the selected strokes, or all, to where they lie on the photo</source>
        <translation>Die gewählten Striche, oder alle, dorthin bewegen, wo sie auf dem Foto liegen</translation>
    </message>
    <message>
        <source>Show &amp;Flow to the Photo</source>
        <translation>&amp;Fluss zum Foto zeigen</translation>
    </message>
    <message>
        <source>Show as a grid how the drawing lies on the photo</source>
        <translation>Als Raster zeigen, wie die Zeichnung auf dem Foto liegt</translation>
    </message>
    <message>
        <source>Find the photo that fits the drawing best, and warp it to the drawing</source>
        <translation>Das Foto finden, das am besten zur Zeichnung passt, und es an sie anpassen</translation>
    </message>
    <message>
        <source>&amp;About Strokewise</source>
        <translation>&amp;Über Strokewise</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppieren</translation>
    </message>
    <message>
        <source>Ung&amp;roup</source>
        <translation>Gruppe auf&amp;lösen</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>Alles aus&amp;wählen</translation>
    </message>
    <message>
        <source>Select &amp;None</source>
        <translation>&amp;Nichts auswählen</translation>
    </message>
    <message>
        <source>&amp;Raise</source>
        <translation>An&amp;heben</translation>
    </message>
    <message>
        <source>L&amp;ower</source>
        <translation>A&amp;bsenken</translation>
    </message>
    <message>
        <source>Raise to To&amp;p</source>
        <translation>Ganz nach o&amp;ben</translation>
    </message>
    <message>
        <source>Lower to &amp;Bottom</source>
        <translation>Ganz nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>&amp;Ebene</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation>&amp;Foto</translation>
    </message>
    <message>
        <source>&amp;Assist</source>
        <translation>A&amp;ssistenz</translation>
    </message>
    <message>
        <source>&amp;Redraw</source>
        <translation>Nach&amp;zeichnen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>{name} could not be written: {reason}.</source>
        <translation>{name} ließ sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>What is on the clipboard</source>
        <translation>Der Inhalt der Zwischenablage</translation>
    </message>
    <message>
        <source>There are no lines on the clipboard.</source>
        <translation>In der Zwischenablage sind keine Linien.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>A page cannot have a side of {side:g} px.</source>
        <translation>Eine Seite kann keine Kante von {side:g} px haben.</translation>
    </message>
    <message>
        <source>A drawing can have {max_layers} layers at most.</source>
        <translation>Eine Zeichnung kann höchstens {max_layers} Ebenen haben.</translation>
    </message>
    <message>
        <source>A drawing can have {max_guides} guides at most.</source>
        <translation>Eine Zeichnung kann höchstens {max_guides} Hilfslinien haben.</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>ausgeblendet</translation>
    </message>
    <message>
        <source>The layer {name} is {state}; choose another one to draw on.</source>
        <translation>Die Ebene {name} ist {state}; wähle zum Zeichnen eine andere.</translation>
    </message>
    <message>
        <source>The layer {name} is locked; its strokes must stay.</source>
        <translation>Die Ebene {name} ist gesperrt; ihre Striche müssen bleiben.</translation>
    </message>
    <message>
        <source>{some} or {last}</source>
        <translation>{some} oder {last}</translation>
    </message>
    <message>
        <source>{name} cannot be written: use a name in {formats}.</source>
        <translation>{name} lässt sich nicht schreiben: Der Name muss auf {formats} enden.</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some} und {last}</translation>
    </message>
    <message>
        <source>Unsaved work is not being backed up: {reason}.</source>
        <translation>Ungespeicherte Arbeit wird nicht gesichert: {reason}.</translation>
    </message>
    <message>
        <source>Layer 1</source>
        <translation>Ebene 1</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>The last layer must stay.</source>
        <translation>Die letzte Ebene muss bleiben.</translation>
    </message>
    <message>
        <source>There is no layer below to merge with.</source>
        <translation>Darunter liegt keine Ebene, mit der sich diese vereinen ließe.</translation>
    </message>
    <message>
        <source>The layer {name} is hidden; show it to merge it.</source>
        <translation>Die Ebene {name} ist ausgeblendet; zum Vereinen blende sie ein.</translation>
    </message>
    <message>
        <source>The layer {name} is locked.</source>
        <translation>Die Ebene {name} ist gesperrt.</translation>
    </message>
    <message>
        <source>Layer {number}</source>
        <translation>Ebene {number}</translation>
    </message>
    <message>
        <source>{name} is damaged: it cannot be unpacked.</source>
        <translation>{name} ist beschädigt und lässt sich nicht entpacken.</translation>
    </message>
    <message>
        <source>{name} was saved by a newer Strokewise; update to open it.</source>
        <translation>{name} stammt von einem neueren Strokewise; aktualisiere es zum Öffnen.</translation>
    </message>
    <message>
        <source>{name} is not a drawing of Strokewise.</source>
        <translation>{name} ist keine Zeichnung von Strokewise.</translation>
    </message>
    <message>
        <source>{name} has more than {max_photos} photos.</source>
        <translation>{name} hat mehr als {max_photos} Fotos.</translation>
    </message>
    <message>
        <source>{name} describes a photo that is none.</source>
        <translation>{name} beschreibt ein Foto, das keines ist.</translation>
    </message>
    <message>
        <source>{name} has more than {max_members} parts.</source>
        <translation>{name} hat mehr als {max_members} Teile.</translation>
    </message>
    <message>
        <source>{name} is damaged or no drawing: it has no {member}.</source>
        <translation>{name} ist beschädigt oder keine Zeichnung: {member} fehlt.</translation>
    </message>
    <message>
        <source>{name} is packed in a way that is not accepted.</source>
        <translation>{name} ist auf eine Weise gepackt, die nicht angenommen wird.</translation>
    </message>
    <message>
        <source>{name} has a part larger than {most_bytes} MB.</source>
        <translation>{name} hat einen Teil, der größer als {most_bytes} MB ist.</translation>
    </message>
    <message>
        <source>The scale of an image must be a positive number.</source>
        <translation>Der Maßstab eines Bildes muss größer als null sein.</translation>
    </message>
    <message>
        <source>An image of {width} x {height} px is too large; it may have {max_pixels} megapixels.</source>
        <translation>Ein Bild von {width} x {height} px ist zu groß; {max_pixels} Megapixel sind erlaubt.</translation>
    </message>
    <message>
        <source>{name} is not a journal of Strokewise.</source>
        <translation>{name} ist kein Journal von Strokewise.</translation>
    </message>
    <message>
        <source>{name} could not be read: {reason}.</source>
        <translation>{name} ließ sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>{name} breaks off before its first drawing.</source>
        <translation>{name} bricht vor der ersten Zeichnung ab.</translation>
    </message>
    <message>
        <source>A stroke needs at least one point.</source>
        <translation>Ein Strich braucht mindestens einen Punkt.</translation>
    </message>
    <message>
        <source>A stroke cannot be {width_px:g} px wide.</source>
        <translation>Ein Strich kann nicht {width_px:g} px breit sein.</translation>
    </message>
    <message>
        <source>{text!r} is not a colour of the form #rrggbb.</source>
        <translation>{text!r} ist keine Farbe der Form #rrggbb.</translation>
    </message>
    <message>
        <source>A number of the drawing is not finite.</source>
        <translation>Eine Zahl der Zeichnung ist nicht endlich.</translation>
    </message>
    <message>
        <source>A number of the drawing is out of all bounds.</source>
        <translation>Eine Zahl der Zeichnung liegt außerhalb aller Grenzen.</translation>
    </message>
    <message>
        <source>The points of a stroke must be pairs of x and y.</source>
        <translation>Die Punkte eines Strichs müssen Paare aus x und y sein.</translation>
    </message>
    <message>
        <source>The points of a stroke must have x, y, pressure and time.</source>
        <translation>Die Punkte eines Strichs brauchen x, y, Druck und Zeit.</translation>
    </message>
    <message>
        <source>A stroke has a time out of all bounds.</source>
        <translation>Ein Strich hat eine Zeit außerhalb aller Grenzen.</translation>
    </message>
    <message>
        <source>A Bezier stroke needs four control points for each of its segments.</source>
        <translation>Ein Bézier-Strich braucht vier Kontrollpunkte für jedes seiner Stücke.</translation>
    </message>
    <message>
        <source>The segments of a Bezier stroke must be connected.</source>
        <translation>Die Stücke eines Bézier-Strichs müssen zusammenhängen.</translation>
    </message>
    <message>
        <source>A stroke lies too far outside of the page.</source>
        <translation>Ein Strich liegt zu weit außerhalb der Seite.</translation>
    </message>
    <message>
        <source>Its clip paths take too long to follow.</source>
        <translation>Seinen Beschneidungspfaden zu folgen dauert zu lange.</translation>
    </message>
    <message>
        <source>It draws more than {max_flat_nodes:,} elements.</source>
        <translation>Es zeichnet mehr als {max_flat_nodes:,} Elemente.</translation>
    </message>
    <message>
        <source>It nests its elements more than {max_depth} deep.</source>
        <translation>Seine Elemente sind mehr als {max_depth}-fach verschachtelt.</translation>
    </message>
    <message>
        <source>It has more than {max_numbers:,} numbers in paths.</source>
        <translation>Seine Pfade haben mehr als {max_numbers:,} Zahlen.</translation>
    </message>
    <message>
        <source>It has a number that is too long.</source>
        <translation>Eine Zahl darin ist zu lang.</translation>
    </message>
    <message>
        <source>It has an attribute that is too long.</source>
        <translation>Ein Attribut darin ist zu lang.</translation>
    </message>
    <message>
        <source>Its SVG cannot be understood.</source>
        <translation>Sein SVG ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>{name} is larger than {max_own_bytes} MB.</source>
        <translation>{name} ist größer als {max_own_bytes} MB.</translation>
    </message>
    <message>
        <source>{name} is compressed; unpack it to a plain SVG file first.</source>
        <translation>{name} ist komprimiert; entpacke es erst zu einer einfachen SVG-Datei.</translation>
    </message>
    <message>
        <source>its XML breaks off in line {lineno}</source>
        <translation>das XML bricht in Zeile {lineno} ab</translation>
    </message>
    <message>
        <source>{name} is not an SVG file ({where}).</source>
        <translation>{name} ist keine SVG-Datei ({where}).</translation>
    </message>
    <message>
        <source>{name} is in a text encoding that cannot be read.</source>
        <translation>{name} hat eine Zeichenkodierung, die sich nicht lesen lässt.</translation>
    </message>
    <message>
        <source>{name} has more than {max_nodes:,} elements.</source>
        <translation>{name} hat mehr als {max_nodes:,} Elemente.</translation>
    </message>
    <message>
        <source>{name} nests its elements more than {max_depth} deep.</source>
        <translation>{name} verschachtelt seine Elemente mehr als {max_depth}-fach.</translation>
    </message>
    <message>
        <source>{name} is not an SVG file.</source>
        <translation>{name} ist keine SVG-Datei.</translation>
    </message>
    <message>
        <source>{name} is larger than {limit} MB.</source>
        <translation>{name} ist größer als {limit} MB.</translation>
    </message>
    <message>
        <source>{name} has a document type, which is not accepted.</source>
        <translation>{name} hat einen Dokumenttyp, der nicht angenommen wird.</translation>
    </message>
    <message>
        <source>{name} declares entities, which are not accepted.</source>
        <translation>{name} vereinbart Entitäten, die nicht angenommen werden.</translation>
    </message>
    <message>
        <source>It has more than {max_points:,} points.</source>
        <translation>Es hat mehr als {max_points:,} Punkte.</translation>
    </message>
    <message>
        <source>1 text</source>
        <translation>1 Text</translation>
    </message>
    <message>
        <source>{n} texts</source>
        <translation>{n} Texte</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 Bild</translation>
    </message>
    <message>
        <source>{n} pictures</source>
        <translation>{n} Bilder</translation>
    </message>
    <message>
        <source>1 embedded page</source>
        <translation>1 eingebettete Seite</translation>
    </message>
    <message>
        <source>{n} embedded pages</source>
        <translation>{n} eingebettete Seiten</translation>
    </message>
    <message>
        <source>1 gradient</source>
        <translation>1 Farbverlauf</translation>
    </message>
    <message>
        <source>{n} gradients</source>
        <translation>{n} Farbverläufe</translation>
    </message>
    <message>
        <source>1 dash</source>
        <translation>1 Strichelung</translation>
    </message>
    <message>
        <source>{n} dashes</source>
        <translation>{n} Strichelungen</translation>
    </message>
    <message>
        <source>1 mask</source>
        <translation>1 Maske</translation>
    </message>
    <message>
        <source>{n} masks</source>
        <translation>{n} Masken</translation>
    </message>
    <message>
        <source>1 filter</source>
        <translation>1 Filter</translation>
    </message>
    <message>
        <source>{n} filters</source>
        <translation>{n} Filter</translation>
    </message>
    <message>
        <source>1 clip</source>
        <translation>1 Beschneidung</translation>
    </message>
    <message>
        <source>{n} clips</source>
        <translation>{n} Beschneidungen</translation>
    </message>
    <message>
        <source>1 fill</source>
        <translation>1 Füllung</translation>
    </message>
    <message>
        <source>{n} fills</source>
        <translation>{n} Füllungen</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {error}</source>
        <translation>{name} lässt sich nicht öffnen: {error}</translation>
    </message>
    <message>
        <source>Its transforms are out of all bounds.</source>
        <translation>Seine Transformationen liegen außerhalb aller Grenzen.</translation>
    </message>
    <message>
        <source>Sketch</source>
        <translation>Skizze</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Quadrat</translation>
    </message>
    <message>
        <source>Wide screen</source>
        <translation>Breitbild</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>A4 upright</source>
        <translation>A4 hoch</translation>
    </message>
    <message>
        <source>A4 on its side</source>
        <translation>A4 quer</translation>
    </message>
    <message>
        <source>A5 upright</source>
        <translation>A5 hoch</translation>
    </message>
    <message>
        <source>Letter upright</source>
        <translation>Letter hoch</translation>
    </message>
    <message>
        <source>Letter on its side</source>
        <translation>Letter quer</translation>
    </message>
    <message>
        <source>Something went wrong inside Strokewise; details are in {log_path}.</source>
        <translation>In Strokewise ist etwas schiefgegangen; Näheres steht in {log_path}.</translation>
    </message>
    <message>
        <source>Something went wrong inside Strokewise; the crash log could not be written.</source>
        <translation>In Strokewise ist etwas schiefgegangen; das Fehlerprotokoll ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>Gewichtet</translation>
    </message>
    <message>
        <source>Pulled string</source>
        <translation>Gezogene Schnur</translation>
    </message>
    <message>
        <source>pen</source>
        <translation>Stift</translation>
    </message>
    <message>
        <source>pencil</source>
        <translation>Bleistift</translation>
    </message>
    <message>
        <source>marker</source>
        <translation>Marker</translation>
    </message>
    <message>
        <source>Width of the {tool}</source>
        <translation>{tool}: Breite</translation>
    </message>
    <message>
        <source>Colour of the {tool}</source>
        <translation>{tool}: Farbe</translation>
    </message>
    <message>
        <source>Opacity of the {tool}</source>
        <translation>{tool}: Deckkraft</translation>
    </message>
    <message>
        <source>Stabiliser of the {tool}</source>
        <translation>{tool}: Stabilisator</translation>
    </message>
    <message>
        <source>Weighted: trembling is filtered out, and the stroke lags a little behind the hand. Pulled string: the pen pulls the ink behind it.</source>
        <translation>Gewichtet: Zittern wird herausgefiltert, und der Strich bleibt ein wenig hinter der Hand zurück. Gezogene Schnur: Der Stift zieht die Tinte hinter sich her.</translation>
    </message>
    <message>
        <source>Strength of the {tool}&apos;s stabiliser</source>
        <translation>{tool}: Stärke des Stabilisators</translation>
    </message>
    <message>
        <source>Taper at the ends of {tool} strokes</source>
        <translation>{tool}: Auslaufen an den Enden der Striche</translation>
    </message>
    <message>
        <source>Broader when the {tool} is tilted</source>
        <translation>{tool}: breiter beim Neigen</translation>
    </message>
    <message>
        <source>How much broader the ink is when the stylus is laid down; 0 for not at all.</source>
        <translation>Wie viel breiter die Tinte wird, wenn der Stift flach liegt; 0 heißt gar nicht.</translation>
    </message>
    <message>
        <source>Draw ahead of the {tool}</source>
        <translation>{tool}: vorauszeichnen</translation>
    </message>
    <message>
        <source>Live ink is drawn a little ahead of the stylus, where it is likely to go.</source>
        <translation>Die Tinte wird dem Stift ein wenig voraus gezeichnet, dort, wohin er wohl geht.</translation>
    </message>
    <message>
        <source>Pressure response of the {tool}</source>
        <translation>{tool}: Wirkung des Drucks</translation>
    </message>
    <message>
        <source>A pressure curve has {min_points} to {max_points} points.</source>
        <translation>Eine Druckkurve hat {min_points} bis {max_points} Punkte.</translation>
    </message>
    <message>
        <source>A pressure curve lies between 0 and 1.</source>
        <translation>Eine Druckkurve liegt zwischen 0 und 1.</translation>
    </message>
    <message>
        <source>A pressure curve never falls.</source>
        <translation>Eine Druckkurve fällt nie.</translation>
    </message>
    <message>
        <source>That is no pressure curve.</source>
        <translation>Das ist keine Druckkurve.</translation>
    </message>
    <message>
        <source>&amp;Add Layer</source>
        <translation>Ebene &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove Layer</source>
        <translation>Ebene &amp;entfernen</translation>
    </message>
    <message>
        <source>Remove the layer with its strokes</source>
        <translation>Die Ebene mit ihren Strichen entfernen</translation>
    </message>
    <message>
        <source>&amp;Merge Down</source>
        <translation>Nach unten &amp;vereinen</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move the layer up</source>
        <translation>Die Ebene nach oben verschieben</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Move the layer down</source>
        <translation>Die Ebene nach unten verschieben</translation>
    </message>
    <message>
        <source>Move &amp;Selection to This Layer</source>
        <translation>Auswahl auf diese Ebene ver&amp;schieben</translation>
    </message>
    <message>
        <source>Draw on the Layer A&amp;bove</source>
        <translation>Auf der Ebene &amp;darüber zeichnen</translation>
    </message>
    <message>
        <source>Draw on the Layer B&amp;elow</source>
        <translation>Auf der Ebene da&amp;runter zeichnen</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Strokewise {version}&lt;/h3&gt;&lt;p&gt;A drawing program that sees what you draw.&lt;/p&gt;&lt;p&gt;Open source under the Apache License 2.0.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Strokewise {version}&lt;/h3&gt;&lt;p&gt;Ein Zeichenprogramm, das sieht, was du zeichnest.&lt;/p&gt;&lt;p&gt;Quelloffen unter der Apache-Lizenz 2.0.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Assist</source>
        <translation>Assistenz</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Abstrakt</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Redraw</source>
        <translation>Nachzeichnen</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Take the Tour</source>
        <translation>Zum Rundgang</translation>
    </message>
    <message>
        <source>Welcome to Strokewise. A tour of five steps shows what is where.</source>
        <translation>Willkommen bei Strokewise. Ein Rundgang in fünf Schritten zeigt, was wo ist.</translation>
    </message>
    <message>
        <source>Not Now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>{text} brings the bars back.</source>
        <translation>{text} bringt die Leisten zurück.</translation>
    </message>
    <message>
        <source>The window&apos;s bars are hidden.</source>
        <translation>Die Leisten des Fensters sind ausgeblendet.</translation>
    </message>
    <message>
        <source>About Strokewise</source>
        <translation>Über Strokewise</translation>
    </message>
    <message>
        <source>Drop or paste a photo, and it becomes a sketch of as few strokes as you choose.</source>
        <translation>Zieh ein Foto hierher oder füg es ein: Es wird zu einer Skizze aus so wenigen Strichen, wie du willst.</translation>
    </message>
    <message>
        <source>Open Photo…</source>
        <translation>Foto öffnen…</translation>
    </message>
    <message>
        <source>Choose a photo to sketch</source>
        <translation>Ein Foto zum Skizzieren wählen</translation>
    </message>
    <message>
        <source>Fewest</source>
        <translation>Am wenigsten</translation>
    </message>
    <message>
        <source>As few strokes as keep it recognisable</source>
        <translation>So wenige Striche, dass es noch erkennbar ist</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Sketch the photo anew</source>
        <translation>Das Foto neu skizzieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop here; the best sketch so far stays</source>
        <translation>Hier anhalten; die bisher beste Skizze bleibt</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Add these strokes to the drawing</source>
        <translation>Diese Striche zur Zeichnung hinzufügen</translation>
    </message>
    <message>
        <source>Show photo</source>
        <translation>Foto zeigen</translation>
    </message>
    <message>
        <source>Remove Photo</source>
        <translation>Foto entfernen</translation>
    </message>
    <message>
        <source>Away with photo and preview</source>
        <translation>Foto und Vorschau weglegen</translation>
    </message>
    <message>
        <source>Looking for the fewest that will do; ready: {numbers}</source>
        <translation>Suche nach den wenigsten, die reichen; fertig: {numbers}</translation>
    </message>
    <message>
        <source>Ready at once: {numbers}; more to come</source>
        <translation>Sofort bereit: {numbers}; weitere folgen</translation>
    </message>
    <message>
        <source>Ready at once: {numbers}</source>
        <translation>Sofort bereit: {numbers}</translation>
    </message>
    <message>
        <source>How many strokes the sketch has</source>
        <translation>Wie viele Striche die Skizze hat</translation>
    </message>
    <message>
        <source>Number of strokes</source>
        <translation>Zahl der Striche</translation>
    </message>
    <message>
        <source>Sketches of {numbers} strokes are worked out in the background</source>
        <translation>Skizzen aus {numbers} Strichen entstehen im Hintergrund</translation>
    </message>
    <message>
        <source>Progress of the sketch</source>
        <translation>Fortschritt der Skizze</translation>
    </message>
    <message>
        <source>State of the sketch</source>
        <translation>Stand der Skizze</translation>
    </message>
    <message>
        <source>&amp;Strokes</source>
        <translation>&amp;Striche</translation>
    </message>
    <message>
        <source>Kept {count} strokes.</source>
        <translation>{count} Striche behalten.</translation>
    </message>
    <message>
        <source>Sketch of {count} strokes</source>
        <translation>Skizze aus {count} Strichen</translation>
    </message>
    <message>
        <source>Reading the photo</source>
        <translation>Das Foto wird gelesen</translation>
    </message>
    <message>
        <source>Looking for what stands out</source>
        <translation>Suche nach dem, was hervorsticht</translation>
    </message>
    <message>
        <source>{count} strokes.</source>
        <translation>{count} Striche.</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Es geht los</translation>
    </message>
    <message>
        <source>Done in {seconds:.0f} s.</source>
        <translation>Fertig in {seconds:.0f} s.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Draw, and see what it looks like and which strokes help or hurt.</source>
        <translation>Zeichne und sieh, wonach es aussieht und welche Striche helfen oder schaden.</translation>
    </message>
    <message>
        <source>Whole strokes</source>
        <translation>Ganze Striche</translation>
    </message>
    <message>
        <source>Along the stroke</source>
        <translation>Entlang des Strichs</translation>
    </message>
    <message>
        <source>Removal</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Removal of several (slow)</source>
        <translation>Mehrere weglassen (langsam)</translation>
    </message>
    <message>
        <source>Gradient, several views</source>
        <translation>Gradient, mehrere Ansichten</translation>
    </message>
    <message>
        <source>Gradient, as in the paper</source>
        <translation>Gradient, wie im Artikel</translation>
    </message>
    <message>
        <source>Does it belong (learned)</source>
        <translation>Gehört es dazu (gelernt)</translation>
    </message>
    <message>
        <source>&amp;Tint strokes</source>
        <translation>Striche &amp;tönen</translation>
    </message>
    <message>
        <source>Clean My Sketch…</source>
        <translation>Skizze säubern…</translation>
    </message>
    <message>
        <source>What It Hangs On</source>
        <translation>Woran es hängt</translation>
    </message>
    <message>
        <source>Blue strokes make it more like {scored_by}, orange ones less.</source>
        <translation>Blaue Striche bringen es {scored_by} näher, orange weiter weg.</translation>
    </message>
    <message>
        <source>Strength of the tints</source>
        <translation>Stärke der Tönung</translation>
    </message>
    <message>
        <source>How much of the ink&apos;s own colour the tints hide</source>
        <translation>Wie viel von der eigenen Farbe der Tinte die Tönung verdeckt</translation>
    </message>
    <message>
        <source>What is scored</source>
        <translation>Was bewertet wird</translation>
    </message>
    <message>
        <source>Score whole strokes, or along them</source>
        <translation>Ganze Striche bewerten oder entlang der Striche</translation>
    </message>
    <message>
        <source>Estimator</source>
        <translation>Schätzer</translation>
    </message>
    <message>
        <source>How scores are worked out</source>
        <translation>Wie die Werte berechnet werden</translation>
    </message>
    <message>
        <source>See the sketch without the strokes that hurt</source>
        <translation>Die Skizze ohne die Striche sehen, die schaden</translation>
    </message>
    <message>
        <source>Find the short stroke that the first guess hangs on</source>
        <translation>Den kurzen Strich finden, an dem die erste Vermutung hängt</translation>
    </message>
    <message>
        <source>What the guess hangs on</source>
        <translation>Woran die Vermutung hängt</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Verlässlichkeit</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>&amp;Estimate by</source>
        <translation>Schätzen d&amp;urch</translation>
    </message>
    <message>
        <source>Experience with drawings</source>
        <translation>Erfahrung mit Zeichnungen</translation>
    </message>
    <message>
        <source>Leaving out several</source>
        <translation>Mehrere weglassen</translation>
    </message>
    <message>
        <source>Leaving out one by one</source>
        <translation>Einen nach dem anderen weglassen</translation>
    </message>
    <message>
        <source>Dashed parts would go. Click one to bring it back, again to let it go; or use the arrow keys and the space bar.</source>
        <translation>Gestrichelte Teile würden entfallen. Ein Klick holt einen zurück, ein zweiter lässt ihn gehen; oder nimm Pfeiltasten und Leertaste.</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Clean My Sketch</source>
        <translation>Skizze säubern</translation>
    </message>
    <message>
        <source>&lt;b&gt;Before&lt;/b&gt;: {words_before}</source>
        <translation>&lt;b&gt;Vorher&lt;/b&gt;: {words_before}</translation>
    </message>
    <message>
        <source>&lt;b&gt;After&lt;/b&gt;: {words_after}</source>
        <translation>&lt;b&gt;Nachher&lt;/b&gt;: {words_after}</translation>
    </message>
    <message>
        <source>{gone} of {count} parts would go</source>
        <translation>{gone} von {count} Teilen würden entfallen</translation>
    </message>
    <message>
        <source>The sketch before</source>
        <translation>Die Skizze vorher</translation>
    </message>
    <message>
        <source>The sketch after</source>
        <translation>Die Skizze nachher</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Beurteilt nach</translation>
    </message>
    <message>
        <source>How it is found out what does not belong</source>
        <translation>Wie herausgefunden wird, was nicht dazugehört</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Vorsicht</translation>
    </message>
    <message>
        <source>The larger, the less goes (Delta in the paper)</source>
        <translation>Je größer, desto weniger entfällt (Delta im Artikel)</translation>
    </message>
    <message>
        <source>Draw what goes, instead of by a threshold (Gumbel-softmax)</source>
        <translation>Auslosen, was entfällt, statt nach einer Schwelle (Gumbel-Softmax)</translation>
    </message>
    <message>
        <source>Draw anew</source>
        <translation>Neu auslosen</translation>
    </message>
    <message>
        <source>Leave the dashed parts out of the drawing</source>
        <translation>Die gestrichelten Teile aus der Zeichnung lassen</translation>
    </message>
    <message>
        <source>Leave the drawing as it is</source>
        <translation>Die Zeichnung lassen, wie sie ist</translation>
    </message>
    <message>
        <source>&amp;Judged by</source>
        <translation>&amp;Beurteilt nach</translation>
    </message>
    <message>
        <source>Ca&amp;ution</source>
        <translation>&amp;Vorsicht</translation>
    </message>
    <message>
        <source>Every stroke helps: there is nothing to clean away.</source>
        <translation>Jeder Strich hilft: Es gibt nichts zu säubern.</translation>
    </message>
    <message>
        <source>The drawing has changed, so the cleaned sketch was dropped.</source>
        <translation>Die Zeichnung hat sich geändert, darum wurde die gesäuberte Skizze verworfen.</translation>
    </message>
    <message>
        <source>Clean sketch</source>
        <translation>Skizze säubern</translation>
    </message>
    <message>
        <source>Clean sketch of {gone} parts</source>
        <translation>Skizze von {gone} Teilen säubern</translation>
    </message>
    <message>
        <source>similarity to {target_name} {shown}</source>
        <translation>Ähnlichkeit mit {target_name} {shown}</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl finden</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation>So heißt kein Befehl.</translation>
    </message>
    <message>
        <source>Find Command</source>
        <translation>Befehl finden</translation>
    </message>
    <message>
        <source>, not possible now</source>
        <translation>, jetzt nicht möglich</translation>
    </message>
    <message>
        <source>Drawings (*.svg *{suffix})</source>
        <translation>Zeichnungen (*.svg *{suffix})</translation>
    </message>
    <message>
        <source>SVG drawings</source>
        <translation>SVG-Zeichnungen</translation>
    </message>
    <message>
        <source>Strokewise documents</source>
        <translation>Strokewise-Dokumente</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.png *.webp *.gif *.bmp)</source>
        <translation>Fotos (*.jpg *.jpeg *.png *.webp *.gif *.bmp)</translation>
    </message>
    <message>
        <source>Open Drawing</source>
        <translation>Zeichnung öffnen</translation>
    </message>
    <message>
        <source>Open Photo</source>
        <translation>Foto öffnen</translation>
    </message>
    <message>
        <source>Add Pictures</source>
        <translation>Bilder hinzufügen</translation>
    </message>
    <message>
        <source>Save Drawing</source>
        <translation>Zeichnung speichern</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Px from the upper edge:</source>
        <translation>Px vom oberen Rand:</translation>
    </message>
    <message>
        <source>Px from the left edge:</source>
        <translation>Px vom linken Rand:</translation>
    </message>
    <message>
        <source>Place of the Guide</source>
        <translation>Ort der Hilfslinie</translation>
    </message>
    <message>
        <source>Add Folder of Photos</source>
        <translation>Ordner mit Fotos hinzufügen</translation>
    </message>
    <message>
        <source>Import Symbols</source>
        <translation>Symbole einlesen</translation>
    </message>
    <message>
        <source>Export Symbols</source>
        <translation>Symbole exportieren</translation>
    </message>
    <message>
        <source>Unsaved Changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save the changes to {name}?</source>
        <translation>Die Änderungen an {name} speichern?</translation>
    </message>
    <message>
        <source>They are lost if you do not save them.</source>
        <translation>Sie gehen verloren, wenn du sie nicht speicherst.</translation>
    </message>
    <message>
        <source>Close {windowTitle}</source>
        <translation>{windowTitle} schließen</translation>
    </message>
    <message>
        <source>No earlier save</source>
        <translation>Noch kein früherer Stand</translation>
    </message>
    <message>
        <source>Earlier Sa&amp;ves</source>
        <translation>Frü&amp;here Stände</translation>
    </message>
    <message>
        <source>1 day ago</source>
        <translation>vor 1 Tag</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>vor {count} Tagen</translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation>vor 1 Stunde</translation>
    </message>
    <message>
        <source>{count} hours ago</source>
        <translation>vor {count} Stunden</translation>
    </message>
    <message>
        <source>1 minute ago</source>
        <translation>vor 1 Minute</translation>
    </message>
    <message>
        <source>{count} minutes ago</source>
        <translation>vor {count} Minuten</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>Sketching the photo</source>
        <translation>Das Foto wird skizziert</translation>
    </message>
    <message>
        <source>Fewer and more strokes</source>
        <translation>Weniger und mehr Striche</translation>
    </message>
    <message>
        <source>Cleaning the sketch</source>
        <translation>Die Skizze wird gesäubert</translation>
    </message>
    <message>
        <source>Showing the drawing as a photo</source>
        <translation>Die Zeichnung wird als Foto gezeigt</translation>
    </message>
    <message>
        <source>Looking for the stroke it hangs on</source>
        <translation>Suche nach dem Strich, an dem es hängt</translation>
    </message>
    <message>
        <source>Fetching a model</source>
        <translation>Ein Modell wird geholt</translation>
    </message>
    <message>
        <source>Copying a model</source>
        <translation>Ein Modell wird kopiert</translation>
    </message>
    <message>
        <source>Checking the models</source>
        <translation>Die Modelle werden geprüft</translation>
    </message>
    <message>
        <source>Drawing it again</source>
        <translation>Es wird nachgezeichnet</translation>
    </message>
    <message>
        <source>Drawing the blend</source>
        <translation>Die Mischung wird gezeichnet</translation>
    </message>
    <message>
        <source>Drawing the way from A to B</source>
        <translation>Der Weg von A nach B wird gezeichnet</translation>
    </message>
    <message>
        <source>Loading the engine…</source>
        <translation>Die Maschine wird geladen…</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>{engine} on {device}</source>
        <translation>{engine} auf {device}</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Engine not available</source>
        <translation>Maschine nicht verfügbar</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG-Bild</translation>
    </message>
    <message>
        <source>Pixels, for the web and for messages.</source>
        <translation>Pixel, für das Web und für Nachrichten.</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF-Dokument</translation>
    </message>
    <message>
        <source>Vectors, for printing.</source>
        <translation>Vektoren, zum Drucken.</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG-Zeichnung</translation>
    </message>
    <message>
        <source>Vectors, for other drawing programs.</source>
        <translation>Vektoren, für andere Zeichenprogramme.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <source>&amp;Transparent background</source>
        <translation>&amp;Durchsichtiger Hintergrund</translation>
    </message>
    <message>
        <source>Include &amp;reference pictures</source>
        <translation>Mit &amp;Vorlagen</translation>
    </message>
    <message>
        <source>&amp;Scale</source>
        <translation>&amp;Maßstab</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} Pixel</translation>
    </message>
    <message>
        <source>It looks like {guess}; no short stroke changes that.</source>
        <translation>Es sieht aus wie {guess}; kein kurzer Strich ändert das.</translation>
    </message>
    <message>
        <source>It looks like {guess}; leaving out a few points does not change that.</source>
        <translation>Es sieht aus wie {guess}; ein paar Punkte wegzulassen ändert das nicht.</translation>
    </message>
    <message>
        <source>It looks like {guess}, and that hangs on these points.</source>
        <translation>Es sieht aus wie {guess}, und das hängt an diesen Punkten.</translation>
    </message>
    <message>
        <source>It looks like {guess}, and that hangs on this stroke.</source>
        <translation>Es sieht aus wie {guess}, und das hängt an diesem Strich.</translation>
    </message>
    <message>
        <source>It looks like {guess}, and that hangs on these.</source>
        <translation>Es sieht aus wie {guess}, und das hängt an diesen.</translation>
    </message>
    <message>
        <source>Without it: looks like {without}</source>
        <translation>Ohne ihn: sieht aus wie {without}</translation>
    </message>
    <message>
        <source>Without them: looks like {without}</source>
        <translation>Ohne sie: sieht aus wie {without}</translation>
    </message>
    <message>
        <source>First guess</source>
        <translation>Erste Vermutung</translation>
    </message>
    <message>
        <source>Second guess</source>
        <translation>Zweite Vermutung</translation>
    </message>
    <message>
        <source>Third guess</source>
        <translation>Dritte Vermutung</translation>
    </message>
    <message>
        <source>Probability of the first guess</source>
        <translation>Wahrscheinlichkeit der ersten Vermutung</translation>
    </message>
    <message>
        <source>Probability of the second guess</source>
        <translation>Wahrscheinlichkeit der zweiten Vermutung</translation>
    </message>
    <message>
        <source>Probability of the third guess</source>
        <translation>Wahrscheinlichkeit der dritten Vermutung</translation>
    </message>
    <message>
        <source>Find in the help</source>
        <translation>In der Hilfe suchen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Strokewise Help</source>
        <translation>Hilfe zu Strokewise</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>The states of the drawing; Enter goes to one</source>
        <translation>Die Stände der Zeichnung; Eingabe geht zu einem</translation>
    </message>
    <message>
        <source>What you draw is listed here; a click goes back to it.</source>
        <translation>Was du zeichnest, steht hier; ein Klick geht dorthin zurück.</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>, undone</source>
        <translation>, zurückgenommen</translation>
    </message>
    <message>
        <source>Jobs of the Engine</source>
        <translation>Aufträge der Maschine</translation>
    </message>
    <message>
        <source>Progress: {name}</source>
        <translation>Fortschritt: {name}</translation>
    </message>
    <message>
        <source>Cancel: {name}</source>
        <translation>Abbrechen: {name}</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Wartet, bis er an der Reihe ist</translation>
    </message>
    <message>
        <source>Scroll the layers</source>
        <translation>Durch die Ebenen rollen</translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation>Ebene hinzufügen</translation>
    </message>
    <message>
        <source>Remove layer</source>
        <translation>Ebene entfernen</translation>
    </message>
    <message>
        <source>Merge layers</source>
        <translation>Ebenen vereinen</translation>
    </message>
    <message>
        <source>Move layer</source>
        <translation>Ebene verschieben</translation>
    </message>
    <message>
        <source>Rename layer</source>
        <translation>Ebene umbenennen</translation>
    </message>
    <message>
        <source>Show layer</source>
        <translation>Ebene einblenden</translation>
    </message>
    <message>
        <source>Hide layer</source>
        <translation>Ebene ausblenden</translation>
    </message>
    <message>
        <source>Lock layer</source>
        <translation>Ebene sperren</translation>
    </message>
    <message>
        <source>Unlock layer</source>
        <translation>Ebene entsperren</translation>
    </message>
    <message>
        <source>Layer opacity</source>
        <translation>Deckkraft der Ebene</translation>
    </message>
    <message>
        <source>Opacity of the layer</source>
        <translation>Deckkraft der Ebene</translation>
    </message>
    <message>
        <source>&amp;Opacity</source>
        <translation>&amp;Deckkraft</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Asking the shared collection</source>
        <translation>Die gemeinsame Sammlung wird gefragt</translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <translation>Der Hub wird gefragt</translation>
    </message>
    <message>
        <source>Encoding the photo</source>
        <translation>Das Foto wird kodiert</translation>
    </message>
    <message>
        <source>Leaving strokes out</source>
        <translation>Striche werden weggelassen</translation>
    </message>
    <message>
        <source>Loading the encoder</source>
        <translation>Der Encoder wird geladen</translation>
    </message>
    <message>
        <source>Loading the engine</source>
        <translation>Die Maschine wird geladen</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Es wird hingesehen</translation>
    </message>
    <message>
        <source>Looking at the strokes</source>
        <translation>Die Striche werden angesehen</translation>
    </message>
    <message>
        <source>Sorting the photos</source>
        <translation>Die Fotos werden geordnet</translation>
    </message>
    <message>
        <source>Trying photos</source>
        <translation>Fotos werden ausprobiert</translation>
    </message>
    <message>
        <source>Trying without</source>
        <translation>Versuch ohne</translation>
    </message>
    <message>
        <source>Fetching {name}</source>
        <translation>{name} wird geholt</translation>
    </message>
    <message>
        <source>Looking at {name}</source>
        <translation>{name} wird angesehen</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Es wird geprüft</translation>
    </message>
    <message>
        <source>Stopped; what has arrived is kept.</source>
        <translation>Angehalten; was angekommen ist, bleibt.</translation>
    </message>
    <message>
        <source>All files are as they were installed.</source>
        <translation>Alle Dateien sind, wie sie installiert wurden.</translation>
    </message>
    <message>
        <source>{name} is installed.</source>
        <translation>{name} ist installiert.</translation>
    </message>
    <message>
        <source>{answer} is removed.</source>
        <translation>{answer} ist entfernt.</translation>
    </message>
    <message>
        <source>A model looks at drawings and photos and says how alike they are. The bundled one needs no network. Nothing is downloaded until you press Fetch and have seen size and licence.</source>
        <translation>Ein Modell sieht Zeichnungen und Fotos an und sagt, wie ähnlich sie sind. Das mitgelieferte braucht kein Netz. Nichts wird geladen, bevor du Holen drückst und Größe und Lizenz gesehen hast.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Speed here</source>
        <translation>Tempo hier</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Gut für</translation>
    </message>
    <message>
        <source>What is veiled stays out of the sketch. Paint over the photo; the right button does the opposite, and the keys [ and ] change the brush.</source>
        <translation>Was verschleiert ist, bleibt aus der Skizze. Male über das Foto; die rechte Taste tut das Gegenteil, und die Tasten [ und ] ändern den Pinsel.</translation>
    </message>
    <message>
        <source>Nothing is left to sketch: paint over what you want.</source>
        <translation>Es bleibt nichts zu skizzieren: Male über das, was du willst.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Paint what is to be sketched</source>
        <translation>Malen, was skizziert werden soll</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <source>Paint what is to be left out</source>
        <translation>Malen, was wegbleiben soll</translation>
    </message>
    <message>
        <source>Use This</source>
        <translation>Dies nehmen</translation>
    </message>
    <message>
        <source>What Is Sketched</source>
        <translation>Was skizziert wird</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>Größe des Pinsels</translation>
    </message>
    <message>
        <source>Back to what was found</source>
        <translation>Zurück zu dem, was gefunden wurde</translation>
    </message>
    <message>
        <source>Sketch what is not veiled</source>
        <translation>Skizzieren, was nicht verschleiert ist</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Fetch…</source>
        <translation>Holen…</translation>
    </message>
    <message>
        <source>From File…</source>
        <translation>Aus Datei…</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Check Files</source>
        <translation>Dateien prüfen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Download it?</source>
        <translation>Herunterladen?</translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation>Gewichte (*.safetensors)</translation>
    </message>
    <message>
        <source>Weights of the Model</source>
        <translation>Gewichte des Modells</translation>
    </message>
    <message>
        <source>Ask the hub for size and licence of the selected model</source>
        <translation>Den Hub nach Größe und Lizenz des gewählten Modells fragen</translation>
    </message>
    <message>
        <source>Take the selected model&apos;s weights from a safetensors file</source>
        <translation>Die Gewichte des gewählten Modells aus einer safetensors-Datei nehmen</translation>
    </message>
    <message>
        <source>Look at drawings and photos with the selected model</source>
        <translation>Zeichnungen und Fotos mit dem gewählten Modell ansehen</translation>
    </message>
    <message>
        <source>Delete the selected model&apos;s file</source>
        <translation>Die Datei des gewählten Modells löschen</translation>
    </message>
    <message>
        <source>Hash all files again and compare</source>
        <translation>Alle Prüfsummen neu berechnen und vergleichen</translation>
    </message>
    <message>
        <source>Show this model in the table</source>
        <translation>Dieses Modell in der Tabelle zeigen</translation>
    </message>
    <message>
        <source>Another model of open_clip</source>
        <translation>Ein anderes Modell von open_clip</translation>
    </message>
    <message>
        <source>Another model, MODEL/TAG</source>
        <translation>Anderes Modell, MODELL/TAG</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>etwa {size}</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installiert</translation>
    </message>
    <message>
        <source>not fetched</source>
        <translation>nicht geholt</translation>
    </message>
    <message>
        <source>From: {origin}</source>
        <translation>Von: {origin}</translation>
    </message>
    <message>
        <source>Back to {value_text}</source>
        <translation>Zurück zu {value_text}</translation>
    </message>
    <message>
        <source>Reset {text}</source>
        <translation>{text} zurücksetzen</translation>
    </message>
    <message>
        <source>New Page</source>
        <translation>Neue Seite</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>{name}
{width_px:g} × {height_px:g} px</source>
        <translation>{name}
{width_px:g} × {height_px:g} px</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Breite</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>&amp;Höhe</translation>
    </message>
    <message>
        <source>Colour of the ink</source>
        <translation>Farbe der Tinte</translation>
    </message>
    <message>
        <source>Width of the ink</source>
        <translation>Breite der Tinte</translation>
    </message>
    <message>
        <source>Opacity of the ink</source>
        <translation>Deckkraft der Tinte</translation>
    </message>
    <message>
        <source>Reach of the eraser</source>
        <translation>Reichweite des Radierers</translation>
    </message>
    <message>
        <source>Stabiliser, taper and pressure of the ink</source>
        <translation>Stabilisator, Auslaufen und Druck der Tinte</translation>
    </message>
    <message>
        <source>Colour of the Ink</source>
        <translation>Farbe der Tinte</translation>
    </message>
    <message>
        <source>Looking for photos</source>
        <translation>Suche nach Fotos</translation>
    </message>
    <message>
        <source>{photos} added.</source>
        <translation>{photos} hinzugefügt.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Pausiert.</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 Foto</translation>
    </message>
    <message>
        <source>{count:,} photos</source>
        <translation>{count:,} Fotos</translation>
    </message>
    <message>
        <source>The pasted picture</source>
        <translation>Das eingefügte Bild</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>{name}
likeness {score:.2f} if you are drawing “{guess}”
{parent}</source>
        <translation>{name}
Ähnlichkeit {score:.2f}, falls das „{guess}“ wird
{parent}</translation>
    </message>
    <message>
        <source>{name}
likeness {score:.2f}
{parent}</source>
        <translation>{name}
Ähnlichkeit {score:.2f}
{parent}</translation>
    </message>
    <message>
        <source>{name}, likeness {score:.2f} if you are drawing “{guess}”</source>
        <translation>{name}, Ähnlichkeit {score:.2f}, falls das „{guess}“ wird</translation>
    </message>
    <message>
        <source>{name}, likeness {score:.2f}</source>
        <translation>{name}, Ähnlichkeit {score:.2f}</translation>
    </message>
    <message>
        <source>Photos like the drawing</source>
        <translation>Fotos, die der Zeichnung gleichen</translation>
    </message>
    <message>
        <source>Scroll the photos</source>
        <translation>Durch die Fotos rollen</translation>
    </message>
    <message>
        <source>Scroll the photos sideways</source>
        <translation>Seitwärts durch die Fotos rollen</translation>
    </message>
    <message>
        <source>Choose a photo and draw: each stroke is shown where it lies on the photo.</source>
        <translation>Wähle ein Foto und zeichne: Jeder Strich wird dort gezeigt, wo er auf dem Foto liegt.</translation>
    </message>
    <message>
        <source>Draw: each stroke is shown where it lies on the photo.</source>
        <translation>Zeichne: Jeder Strich wird dort gezeigt, wo er auf dem Foto liegt.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird angesehen…</translation>
    </message>
    <message>
        <source>Find the photo of yours that fits best, and warp it to the drawing</source>
        <translation>Unter deinen Fotos das passendste finden und an die Zeichnung anpassen</translation>
    </message>
    <message>
        <source>Photo to the drawing</source>
        <translation>Foto an die Zeichnung</translation>
    </message>
    <message>
        <source>Drawing to the photo</source>
        <translation>Zeichnung an das Foto</translation>
    </message>
    <message>
        <source>Choose a reference photo</source>
        <translation>Ein Vorlagenfoto wählen</translation>
    </message>
    <message>
        <source>Photo &amp;under the drawing</source>
        <translation>Foto &amp;unter der Zeichnung</translation>
    </message>
    <message>
        <source>Flow as a &amp;grid</source>
        <translation>Fluss als &amp;Raster</translation>
    </message>
    <message>
        <source>Move the strokes to where they lie on the photo</source>
        <translation>Die Striche dorthin bewegen, wo sie auf dem Foto liegen</translation>
    </message>
    <message>
        <source>Show It as a Photo</source>
        <translation>Als Foto zeigen</translation>
    </message>
    <message>
        <source>Use as Reference</source>
        <translation>Als Vorlage nehmen</translation>
    </message>
    <message>
        <source>Make it the reference photo</source>
        <translation>Es zum Vorlagenfoto machen</translation>
    </message>
    <message>
        <source>Put the picture away</source>
        <translation>Das Bild weglegen</translation>
    </message>
    <message>
        <source>Sure of {share} of the lines.</source>
        <translation>Bei {share} der Linien sicher.</translation>
    </message>
    <message>
        <source>State of the match</source>
        <translation>Stand des Abgleichs</translation>
    </message>
    <message>
        <source>Lay the photo under the drawing and compare place by place; without it only shapes are compared, wherever you draw</source>
        <translation>Das Foto unter die Zeichnung legen und Stelle für Stelle vergleichen; ohne das werden nur Formen verglichen, wo auch immer du zeichnest</translation>
    </message>
    <message>
        <source>Show an even grid on the drawing, and how it lies on the photo</source>
        <translation>Ein gleichmäßiges Raster auf der Zeichnung zeigen und wie es auf dem Foto liegt</translation>
    </message>
    <message>
        <source>What is warped</source>
        <translation>Was angepasst wird</translation>
    </message>
    <message>
        <source>Warp the photo to the drawing, or the drawing to the photo</source>
        <translation>Das Foto an die Zeichnung anpassen oder die Zeichnung an das Foto</translation>
    </message>
    <message>
        <source>How far it is warped</source>
        <translation>Wie weit es angepasst wird</translation>
    </message>
    <message>
        <source>How far it is warped; nothing is changed until you pull</source>
        <translation>Wie weit es angepasst wird; nichts ändert sich, bis du ziehst</translation>
    </message>
    <message>
        <source>The drawing as a photo</source>
        <translation>Die Zeichnung als Foto</translation>
    </message>
    <message>
        <source>Pull Drawing to Photo</source>
        <translation>Zeichnung zum Foto ziehen</translation>
    </message>
    <message>
        <source>Pull Stroke to Photo</source>
        <translation>Strich zum Foto ziehen</translation>
    </message>
    <message>
        <source>Pull {number} Strokes to Photo</source>
        <translation>{number} Striche zum Foto ziehen</translation>
    </message>
    <message>
        <source>More Like This</source>
        <translation>Mehr davon</translation>
    </message>
    <message>
        <source>Why This Photo?</source>
        <translation>Warum dieses Foto?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Add a folder of photos, and those that look like your drawing appear here while you draw.</source>
        <translation>Füge einen Ordner mit Fotos hinzu: Solche, die deiner Zeichnung gleichen, erscheinen hier beim Zeichnen.</translation>
    </message>
    <message>
        <source>Draw something: photos that look like it appear here.</source>
        <translation>Zeichne etwas: Fotos, die so aussehen, erscheinen hier.</translation>
    </message>
    <message>
        <source>No photo was found here.</source>
        <translation>Hier wurde kein Foto gefunden.</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Alle Fotos</translation>
    </message>
    <message>
        <source>Add Folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Shared Collection…</source>
        <translation>Gemeinsame Sammlung…</translation>
    </message>
    <message>
        <source>Back to the Drawing</source>
        <translation>Zurück zur Zeichnung</translation>
    </message>
    <message>
        <source>My strokes</source>
        <translation>Meine Striche</translation>
    </message>
    <message>
        <source>Selected strokes</source>
        <translation>Ausgewählte Striche</translation>
    </message>
    <message>
        <source>Subject…</source>
        <translation>Motiv…</translation>
    </message>
    <message>
        <source>See and correct what of the photo is sketched</source>
        <translation>Sehen und berichtigen, was vom Foto skizziert wird</translation>
    </message>
    <message>
        <source>&amp;Whole scene</source>
        <translation>&amp;Ganze Szene</translation>
    </message>
    <message>
        <source>Sketch the background too</source>
        <translation>Auch den Hintergrund skizzieren</translation>
    </message>
    <message>
        <source>Another Stroke</source>
        <translation>Anderer Strich</translation>
    </message>
    <message>
        <source>Make the chosen stroke anew; all others stay</source>
        <translation>Den gewählten Strich neu machen; alle anderen bleiben</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Let the strokes of the locked region change again</source>
        <translation>Die Striche im gesperrten Bereich wieder ändern lassen</translation>
    </message>
    <message>
        <source>Drawn around</source>
        <translation>Darum gezeichnet</translation>
    </message>
    <message>
        <source>Strokes of your drawing that stay; the next sketch goes with them</source>
        <translation>Striche deiner Zeichnung, die bleiben; die nächste Skizze passt zu ihnen</translation>
    </message>
    <message>
        <source>Draw &amp;around</source>
        <translation>Da&amp;rum zeichnen</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>One stroke back</source>
        <translation>Einen Strich zurück</translation>
    </message>
    <message>
        <source>The next stroke, then rest</source>
        <translation>Der nächste Strich, dann Pause</translation>
    </message>
    <message>
        <source>Show the whole sketch again</source>
        <translation>Wieder die ganze Skizze zeigen</translation>
    </message>
    <message>
        <source>Speed of the pen</source>
        <translation>Tempo des Stifts</translation>
    </message>
    <message>
        <source>How fast the pen goes</source>
        <translation>Wie schnell der Stift zeichnet</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play: watch it being drawn, or draw along</source>
        <translation>Abspielen: zusehen, wie es gezeichnet wird, oder mitzeichnen</translation>
    </message>
    <message>
        <source>&amp;Hand-drawn</source>
        <translation>&amp;Handgezeichnet</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>{rstrip}; {count} could not be read.</source>
        <translation>{rstrip}; {count} ließen sich nicht lesen.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>Look for Changes</source>
        <translation>Nach Änderungen sehen</translation>
    </message>
    <message>
        <source>Forget {folder}</source>
        <translation>{folder} vergessen</translation>
    </message>
    <message>
        <source>Back to My Photos</source>
        <translation>Zurück zu meinen Fotos</translation>
    </message>
    <message>
        <source>Choose a folder; its photos are indexed in the background</source>
        <translation>Wähle einen Ordner; seine Fotos werden im Hintergrund erfasst</translation>
    </message>
    <message>
        <source>Search the photos that your studio shares</source>
        <translation>Die Fotos durchsuchen, die dein Studio teilt</translation>
    </message>
    <message>
        <source>Ask the shared collection once more</source>
        <translation>Die gemeinsame Sammlung noch einmal fragen</translation>
    </message>
    <message>
        <source>Folders of photos</source>
        <translation>Ordner mit Fotos</translation>
    </message>
    <message>
        <source>Search in this folder only</source>
        <translation>Nur in diesem Ordner suchen</translation>
    </message>
    <message>
        <source>Folder to search in</source>
        <translation>Ordner zum Suchen</translation>
    </message>
    <message>
        <source>Scroll the folders</source>
        <translation>Durch die Ordner rollen</translation>
    </message>
    <message>
        <source>Narrow by words</source>
        <translation>Mit Worten eingrenzen</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Worte</translation>
    </message>
    <message>
        <source>Clear the words</source>
        <translation>Die Worte löschen</translation>
    </message>
    <message>
        <source>Search by the drawing again</source>
        <translation>Wieder nach der Zeichnung suchen</translation>
    </message>
    <message>
        <source>Progress of the indexing</source>
        <translation>Fortschritt des Erfassens</translation>
    </message>
    <message>
        <source>What is indexed stays, and can be searched meanwhile</source>
        <translation>Was erfasst ist, bleibt und kann schon durchsucht werden</translation>
    </message>
    <message>
        <source>Reference picture</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Wheel: zoom; drag: move; double click: the whole picture</source>
        <translation>Rad: Zoom; ziehen: verschieben; Doppelklick: das ganze Bild</translation>
    </message>
    <message>
        <source>No setting is called so.</source>
        <translation>So heißt keine Einstellung.</translation>
    </message>
    <message>
        <source>Reset All</source>
        <translation>Alles zurücksetzen</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Undo Reset</source>
        <translation>Doch nicht zurücksetzen</translation>
    </message>
    <message>
        <source>Bring back what was set before</source>
        <translation>Zurückholen, was vorher eingestellt war</translation>
    </message>
    <message>
        <source>All settings and shortcuts as they were at the start</source>
        <translation>Alle Einstellungen und Tasten wie am Anfang</translation>
    </message>
    <message>
        <source>Search settings and shortcuts</source>
        <translation>Einstellungen und Tasten suchen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Pressure curve</source>
        <translation>Druckkurve</translation>
    </message>
    <message>
        <source>How the ink responds to pressure. Drag the points; click for a new one, double-click one to remove it.</source>
        <translation>Wie die Tinte auf Druck antwortet. Zieh die Punkte; ein Klick setzt einen neuen, ein Doppelklick entfernt einen.</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>{path} is no longer there</source>
        <translation>{path} ist nicht mehr da</translation>
    </message>
    <message>
        <source>No drawing yet</source>
        <translation>Noch keine Zeichnung</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>&amp;Liste leeren</translation>
    </message>
    <message>
        <source>Strokewise ended before the changes to {name} were saved.</source>
        <translation>Strokewise endete, bevor die Änderungen an {name} gespeichert waren.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Pictures to draw from: open or drop any number here. They are only to look at.</source>
        <translation>Bilder, nach denen du zeichnest: Öffne oder zieh beliebig viele hierher. Sie sind nur zum Ansehen da.</translation>
    </message>
    <message>
        <source>Here only</source>
        <translation>Nur hier</translation>
    </message>
    <message>
        <source>Under the drawing</source>
        <translation>Unter der Zeichnung</translation>
    </message>
    <message>
        <source>On top of the drawing</source>
        <translation>Über der Zeichnung</translation>
    </message>
    <message>
        <source>Add Pictures…</source>
        <translation>Bilder hinzufügen…</translation>
    </message>
    <message>
        <source>Show it at {percent} %; again: as before</source>
        <translation>Mit {percent} % zeigen; noch einmal: wie zuvor</translation>
    </message>
    <message>
        <source>Keep it where it is on the page</source>
        <translation>An seinem Platz auf der Seite festhalten</translation>
    </message>
    <message>
        <source>Move it on the page: drag it, or its corners; Escape ends</source>
        <translation>Auf der Seite verschieben: das Bild oder seine Ecken ziehen; Esc beendet</translation>
    </message>
    <message>
        <source>Show a part only: drag a frame around it</source>
        <translation>Nur einen Teil zeigen: einen Rahmen darum ziehen</translation>
    </message>
    <message>
        <source>Show the whole picture again</source>
        <translation>Wieder das ganze Bild zeigen</translation>
    </message>
    <message>
        <source>Hide all pictures on the page</source>
        <translation>Alle Bilder auf der Seite ausblenden</translation>
    </message>
    <message>
        <source>Remove this picture</source>
        <translation>Dieses Bild entfernen</translation>
    </message>
    <message>
        <source>Use for the Models</source>
        <translation>Für die Modelle nehmen</translation>
    </message>
    <message>
        <source>Opacity on the page: {value:.0f} %</source>
        <translation>Deckkraft auf der Seite: {value:.0f} %</translation>
    </message>
    <message>
        <source>The Models Look at It</source>
        <translation>Die Modelle sehen es an</translation>
    </message>
    <message>
        <source>{name} (the models look at it)</source>
        <translation>{name} (die Modelle sehen es an)</translation>
    </message>
    <message>
        <source>Choose pictures to draw from</source>
        <translation>Bilder wählen, nach denen du zeichnest</translation>
    </message>
    <message>
        <source>Reference pictures</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Where the picture is seen</source>
        <translation>Wo das Bild zu sehen ist</translation>
    </message>
    <message>
        <source>Opacity on the page</source>
        <translation>Deckkraft auf der Seite</translation>
    </message>
    <message>
        <source>Let Abstract, Assist and Match look at this picture</source>
        <translation>Abstrakt, Assistenz und Zuordnung dieses Bild ansehen lassen</translation>
    </message>
    <message>
        <source>&amp;Seen</source>
        <translation>&amp;Zu sehen</translation>
    </message>
    <message>
        <source>People draw first what matters most. The more the order of your strokes agrees with how much they matter to the model (+1 at most), the likelier is its view of the sketch to be right.</source>
        <translation>Menschen zeichnen zuerst, was am wichtigsten ist. Je mehr die Reihenfolge deiner Striche damit übereinstimmt, wie viel sie dem Modell bedeuten (höchstens +1), desto eher sieht es die Skizze richtig.</translation>
    </message>
    <message>
        <source>It agrees with your drawing order ({signed}): likely reliable.</source>
        <translation>Es stimmt mit deiner Reihenfolge überein ({signed}): wohl verlässlich.</translation>
    </message>
    <message>
        <source>It agrees with your drawing order in part ({signed}).</source>
        <translation>Es stimmt teilweise mit deiner Reihenfolge überein ({signed}).</translation>
    </message>
    <message>
        <source>It disagrees with your drawing order ({signed}): do not rely on it.</source>
        <translation>Es widerspricht deiner Reihenfolge ({signed}): Verlass dich nicht darauf.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>No Keys</source>
        <translation>Keine Tasten</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Select a command to change its keys.</source>
        <translation>Wähle einen Befehl, um seine Tasten zu ändern.</translation>
    </message>
    <message>
        <source>Escape drops a stroke and Space moves the page; they stay so.</source>
        <translation>Esc verwirft einen Strich, die Leertaste verschiebt die Seite; das bleibt so.</translation>
    </message>
    <message>
        <source>{toString} belongs to {names}, which loses it.</source>
        <translation>{toString} gehört zu {names} und ginge dort verloren.</translation>
    </message>
    <message>
        <source>Take Over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keys of the selected command</source>
        <translation>Tasten des gewählten Befehls</translation>
    </message>
    <message>
        <source>Click here and press the keys</source>
        <translation>Hier klicken und die Tasten drücken</translation>
    </message>
    <message>
        <source>Give the selected command these keys</source>
        <translation>Dem gewählten Befehl diese Tasten geben</translation>
    </message>
    <message>
        <source>The selected command has no keys</source>
        <translation>Der gewählte Befehl hat keine Tasten</translation>
    </message>
    <message>
        <source>Back to the keys of the preset</source>
        <translation>Zurück zu den Tasten der Vorgabe</translation>
    </message>
    <message>
        <source>State of the shortcut</source>
        <translation>Stand des Tastenkürzels</translation>
    </message>
    <message>
        <source>What the engine is doing</source>
        <translation>Was die Maschine tut</translation>
    </message>
    <message>
        <source>Jobs of the engine</source>
        <translation>Aufträge der Maschine</translation>
    </message>
    <message>
        <source>Progress of the engine</source>
        <translation>Fortschritt der Maschine</translation>
    </message>
    <message>
        <source>Cancel the engine&apos;s job</source>
        <translation>Den Auftrag der Maschine abbrechen</translation>
    </message>
    <message>
        <source>Encoder and device of the engine</source>
        <translation>Encoder und Gerät der Maschine</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>{name} and {others} more</source>
        <translation>{name} und {others} weitere</translation>
    </message>
    <message>
        <source>{verb}, at a first look</source>
        <translation>{verb}, auf den ersten Blick</translation>
    </message>
    <message>
        <source>{verb} here; the whole stroke {whole}</source>
        <translation>{verb} hier; der ganze Strich {whole}</translation>
    </message>
    <message>
        <source>hardly matters</source>
        <translation>ist fast egal</translation>
    </message>
    <message>
        <source>helps</source>
        <translation>hilft</translation>
    </message>
    <message>
        <source>hurts</source>
        <translation>schadet</translation>
    </message>
    <message>
        <source>What it looks like</source>
        <translation>Wonach es aussieht</translation>
    </message>
    <message>
        <source>A category</source>
        <translation>Eine Kategorie</translation>
    </message>
    <message>
        <source>The reference photo</source>
        <translation>Das Vorlagenfoto</translation>
    </message>
    <message>
        <source>A text</source>
        <translation>Ein Text</translation>
    </message>
    <message>
        <source>Scored by</source>
        <translation>Bewertet nach</translation>
    </message>
    <message>
        <source>What strokes help or hurt</source>
        <translation>Wem die Striche helfen oder schaden</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>The category to score strokes by</source>
        <translation>Die Kategorie, nach der Striche bewertet werden</translation>
    </message>
    <message>
        <source>Clear the category</source>
        <translation>Die Kategorie löschen</translation>
    </message>
    <message>
        <source>A few words, as “a sleeping cat”</source>
        <translation>Ein paar Worte, etwa „eine schlafende Katze“</translation>
    </message>
    <message>
        <source>The words to score strokes by</source>
        <translation>Die Worte, nach denen Striche bewertet werden</translation>
    </message>
    <message>
        <source>&amp;Scored by</source>
        <translation>&amp;Bewertet nach</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Size of the letters</source>
        <translation>Größe der Buchstaben</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Kursiv</translation>
    </message>
    <message>
        <source>does not matter</source>
        <translation>egal</translation>
    </message>
    <message>
        <source>Legend of the tints</source>
        <translation>Legende der Tönung</translation>
    </message>
    <message>
        <source>Orange strokes hurt, grey ones do not matter, blue ones help</source>
        <translation>Orange Striche schaden, graue sind egal, blaue helfen</translation>
    </message>
    <message>
        <source>Write text</source>
        <translation>Text schreiben</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>{at} von {count}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>This page is yours: draw over the boat with mouse or pen. The wheel zooms, and the page moves while you hold the space bar.</source>
        <translation>Diese Seite gehört dir: Zeichne mit Maus oder Stift über das Boot. Das Rad zoomt, und die Seite bewegt sich, solange du die Leertaste hältst.</translation>
    </message>
    <message>
        <source>Choose a tool</source>
        <translation>Ein Werkzeug wählen</translation>
    </message>
    <message>
        <source>The pen{told}, the eraser{told2} and their width and colour are here. Rest the pointer on a button to see its keys.</source>
        <translation>Der Stift{told}, der Radierer{told2} und ihre Breite und Farbe sind hier. Lass den Zeiger auf einem Knopf ruhen, um seine Tasten zu sehen.</translation>
    </message>
    <message>
        <source>Let a photo become a sketch</source>
        <translation>Ein Foto zur Skizze werden lassen</translation>
    </message>
    <message>
        <source>Drop a photo on the window: it becomes a sketch of as few strokes as you choose. It stays a preview until you keep it.</source>
        <translation>Zieh ein Foto ins Fenster: Es wird zu einer Skizze aus so wenigen Strichen, wie du willst. Sie bleibt eine Vorschau, bis du sie behältst.</translation>
    </message>
    <message>
        <source>Look and go back</source>
        <translation>Hinsehen und zurückgehen</translation>
    </message>
    <message>
        <source>Pictures to draw from lie in References, beside the drawing or under it. History shows every state as a small picture; a click goes there.</source>
        <translation>Bilder, nach denen du zeichnest, liegen unter Vorlagen, neben der Zeichnung oder darunter. Der Verlauf zeigt jeden Stand als kleines Bild; ein Klick geht dorthin.</translation>
    </message>
    <message>
        <source>Find everything</source>
        <translation>Alles finden</translation>
    </message>
    <message>
        <source>A few letters find any command{told}; the docks come and go with one key{told2}; help is always there{told3}. What the engine does is said down here.</source>
        <translation>Ein paar Buchstaben finden jeden Befehl{told}; die Leisten kommen und gehen mit einer Taste{told2}; Hilfe ist immer da{told3}. Was die Maschine tut, steht hier unten.</translation>
    </message>
    <message>
        <source>an {name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>a {name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <source>Keep Mine</source>
        <translation>Meines behalten</translation>
    </message>
    <message>
        <source>Another program changed {name}.</source>
        <translation>Ein anderes Programm hat {name} geändert.</translation>
    </message>
    <message>
        <source>Bring It Back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>The symbol {name} is forgotten.</source>
        <translation>Das Symbol {name} ist vergessen.</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>Anheben</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Absenken</translation>
    </message>
    <message>
        <source>Raise to top</source>
        <translation>Ganz nach oben</translation>
    </message>
    <message>
        <source>Lower to bottom</source>
        <translation>Ganz nach unten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Paste stroke</source>
        <translation>Strich einfügen</translation>
    </message>
    <message>
        <source>Paste {number} strokes</source>
        <translation>{number} Striche einfügen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Restyle</source>
        <translation>Umgestalten</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppieren</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>Gruppe auflösen</translation>
    </message>
    <message>
        <source>Move to layer</source>
        <translation>Auf Ebene verschieben</translation>
    </message>
    <message>
        <source>{verb} stroke</source>
        <translation>{verb}: ein Strich</translation>
    </message>
    <message>
        <source>{verb} {number} strokes</source>
        <translation>{verb}: {number} Striche</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>{name} wird geöffnet…</translation>
    </message>
    <message>
        <source>{name} is open, but without {losses}.</source>
        <translation>{name} ist offen, aber ohne {losses}.</translation>
    </message>
    <message>
        <source>Exported {name}.</source>
        <translation>{name} exportiert.</translation>
    </message>
    <message>
        <source>{name} is gone from its folder; save it to keep it.</source>
        <translation>{name} ist aus dem Ordner verschwunden; speichere es, um es zu behalten.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>Farben des Fensters</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>It is spoken from the next start on.</source>
        <translation>Sie gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Icons of the tool bar</source>
        <translation>Symbole der Werkzeugleiste</translation>
    </message>
    <message>
        <source>Docks at the</source>
        <translation>Seitenleisten</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Put them where the hand that draws does not come from, or where the other one reaches them.</source>
        <translation>Dort, woher die zeichnende Hand nicht kommt oder wo die andere hinreicht.</translation>
    </message>
    <message>
        <source>Reach of the erasers</source>
        <translation>Reichweite der Radierer</translation>
    </message>
    <message>
        <source>Recognise shapes when the pen is held still</source>
        <translation>Formen erkennen, wenn der Stift stillhält</translation>
    </message>
    <message>
        <source>Half a second of rest at the end of a stroke makes a clean line, circle, ellipse, rectangle or polygon of it. Escape keeps the stroke as it was drawn.</source>
        <translation>Eine halbe Sekunde Ruhe am Ende eines Strichs macht daraus eine saubere Linie, einen Kreis, eine Ellipse, ein Rechteck oder Vieleck. Esc behält den Strich, wie er gezeichnet wurde.</translation>
    </message>
    <message>
        <source>Show a grid on the page</source>
        <translation>Ein Raster auf der Seite zeigen</translation>
    </message>
    <message>
        <source>Spacing of the grid</source>
        <translation>Abstand des Rasters</translation>
    </message>
    <message>
        <source>Keep to the grid</source>
        <translation>Am Raster ausrichten</translation>
    </message>
    <message>
        <source>Mirror strokes left and right</source>
        <translation>Striche links und rechts spiegeln</translation>
    </message>
    <message>
        <source>Mirror strokes top and bottom</source>
        <translation>Striche oben und unten spiegeln</translation>
    </message>
    <message>
        <source>A finger on the canvas</source>
        <translation>Ein Finger auf der Zeichenfläche</translation>
    </message>
    <message>
        <source>Draws, until a pen is used</source>
        <translation>Zeichnet, bis ein Stift benutzt wird</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>Zeichnet</translation>
    </message>
    <message>
        <source>Moves the page</source>
        <translation>Verschiebt die Seite</translation>
    </message>
    <message>
        <source>Two fingers always move and zoom the page. While the pen is near, touches do not count.</source>
        <translation>Zwei Finger verschieben und zoomen immer die Seite. Ist der Stift nah, zählen Berührungen nicht.</translation>
    </message>
    <message>
        <source>Takes a colour</source>
        <translation>Nimmt eine Farbe auf</translation>
    </message>
    <message>
        <source>Erases</source>
        <translation>Radiert</translation>
    </message>
    <message>
        <source>Speed of the pen that plays a redrawing</source>
        <translation>Tempo des Stifts, der eine Neuzeichnung abspielt</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Straight lines, shapes, and strokes that are moved, while the grid is shown.</source>
        <translation>Gerade Linien, Formen und verschobene Striche, solange das Raster gezeigt wird.</translation>
    </message>
    <message>
        <source>Keep to the guides</source>
        <translation>An Hilfslinien ausrichten</translation>
    </message>
    <message>
        <source>Ink, lines, shapes, and strokes that are moved, while the guides are shown.</source>
        <translation>Tinte, Linien, Formen und verschobene Striche, solange die Hilfslinien gezeigt werden.</translation>
    </message>
    <message>
        <source>Upper button of the pen</source>
        <translation>Obere Taste des Stifts</translation>
    </message>
    <message>
        <source>Lower button of the pen</source>
        <translation>Untere Taste des Stifts</translation>
    </message>
    <message>
        <source>Strokes of a photo&apos;s sketch</source>
        <translation>Striche der Skizze eines Fotos</translation>
    </message>
    <message>
        <source>Width of a sketch&apos;s strokes</source>
        <translation>Breite der Striche einer Skizze</translation>
    </message>
    <message>
        <source>Colour of a sketch&apos;s strokes</source>
        <translation>Farbe der Striche einer Skizze</translation>
    </message>
    <message>
        <source>Strokes of a sketch look drawn by hand</source>
        <translation>Striche einer Skizze sehen handgezeichnet aus</translation>
    </message>
    <message>
        <source>Thin at the ends and uneven between; where they lie stays the same.</source>
        <translation>Dünn an den Enden und dazwischen ungleich; wo sie liegen, bleibt gleich.</translation>
    </message>
    <message>
        <source>Speed of the pen that plays a sketch</source>
        <translation>Tempo des Stifts, der eine Skizze abspielt</translation>
    </message>
    <message>
        <source>Opacity of a new reference picture</source>
        <translation>Deckkraft einer neuen Vorlage</translation>
    </message>
    <message>
        <source>Hide reference pictures while drawing</source>
        <translation>Vorlagen beim Zeichnen ausblenden</translation>
    </message>
    <message>
        <source>Those on the page are away while the pen is down.</source>
        <translation>Die auf der Seite sind weg, solange der Stift aufliegt.</translation>
    </message>
    <message>
        <source>Server of the shared photos that are searched</source>
        <translation>Server der gemeinsamen Fotos, die durchsucht werden</translation>
    </message>
    <message>
        <source>Their collection on that server</source>
        <translation>Ihre Sammlung auf diesem Server</translation>
    </message>
    <message>
        <source>Shortcuts as in</source>
        <translation>Tastenkürzel wie in</translation>
    </message>
    <message>
        <source>Shortcuts that the user changed, COMMAND=KEYS</source>
        <translation>Tastenkürzel, die geändert wurden, BEFEHL=TASTEN</translation>
    </message>
    <message>
        <source>Commands last chosen in the command palette</source>
        <translation>Zuletzt gewählte Befehle</translation>
    </message>
    <message>
        <source>Strength of tints</source>
        <translation>Stärke der Tönung</translation>
    </message>
    <message>
        <source>What strokes are scored by</source>
        <translation>Wonach Striche bewertet werden</translation>
    </message>
    <message>
        <source>The category strokes are scored by</source>
        <translation>Die Kategorie, nach der Striche bewertet werden</translation>
    </message>
    <message>
        <source>The words strokes are scored by</source>
        <translation>Die Worte, nach denen Striche bewertet werden</translation>
    </message>
    <message>
        <source>What is warped to the other</source>
        <translation>Was an das andere angepasst wird</translation>
    </message>
    <message>
        <source>Show how the drawing lies on the photo as a grid</source>
        <translation>Als Raster zeigen, wie die Zeichnung auf dem Foto liegt</translation>
    </message>
    <message>
        <source>Variants of a redrawing</source>
        <translation>Varianten einer Nachzeichnung</translation>
    </message>
    <message>
        <source>How freely the model draws</source>
        <translation>Wie frei das Modell zeichnet</translation>
    </message>
    <message>
        <source>Show how the drawing may go on</source>
        <translation>Zeigen, wie die Zeichnung weitergehen kann</translation>
    </message>
    <message>
        <source>Recognise symbols as they are drawn</source>
        <translation>Symbole beim Zeichnen erkennen</translation>
    </message>
    <message>
        <source>Put a recognised symbol in the place of what was drawn</source>
        <translation>Ein erkanntes Symbol an die Stelle des Gezeichneten setzen</translation>
    </message>
    <message>
        <source>Where files were last opened or saved</source>
        <translation>Wo zuletzt Dateien geöffnet oder gespeichert wurden</translation>
    </message>
    <message>
        <source>Drawings opened or saved last, newest first</source>
        <translation>Zuletzt geöffnete oder gespeicherte Zeichnungen, neueste zuerst</translation>
    </message>
    <message>
        <source>Files in Open Recent</source>
        <translation>Dateien unter „Zuletzt geöffnet“</translation>
    </message>
    <message>
        <source>Keep reference pictures inside .strokewise files</source>
        <translation>Vorlagen in .strokewise-Dateien aufbewahren</translation>
    </message>
    <message>
        <source>If not, a file only remembers where on this computer they are.</source>
        <translation>Wenn nicht, merkt sich eine Datei nur, wo auf diesem Rechner sie liegen.</translation>
    </message>
    <message>
        <source>The tour was offered at the first start</source>
        <translation>Der Rundgang wurde beim ersten Start angeboten</translation>
    </message>
    <message>
        <source>Place of the window, base64</source>
        <translation>Platz des Fensters, base64</translation>
    </message>
    <message>
        <source>Tool bars and docks, base64</source>
        <translation>Leisten, base64</translation>
    </message>
    <message>
        <source>The settings cannot be saved: {reason}.</source>
        <translation>Die Einstellungen lassen sich nicht speichern: {reason}.</translation>
    </message>
    <message>
        <source>There is no closed outline around this place.</source>
        <translation>Um diese Stelle ist kein geschlossener Umriss.</translation>
    </message>
    <message>
        <source>Fill outline</source>
        <translation>Umriss füllen</translation>
    </message>
    <message>
        <source>Draw line</source>
        <translation>Linie zeichnen</translation>
    </message>
    <message>
        <source>Move stroke</source>
        <translation>Strich verschieben</translation>
    </message>
    <message>
        <source>Move {number} strokes</source>
        <translation>{number} Striche verschieben</translation>
    </message>
    <message>
        <source>Erase part of stroke</source>
        <translation>Teil eines Strichs radieren</translation>
    </message>
    <message>
        <source>Erase parts of {count} strokes</source>
        <translation>Teile von {count} Strichen radieren</translation>
    </message>
    <message>
        <source>Draw circle</source>
        <translation>Kreis zeichnen</translation>
    </message>
    <message>
        <source>Draw ellipse</source>
        <translation>Ellipse zeichnen</translation>
    </message>
    <message>
        <source>Draw rectangle</source>
        <translation>Rechteck zeichnen</translation>
    </message>
    <message>
        <source>Draw polygon</source>
        <translation>Vieleck zeichnen</translation>
    </message>
    <message>
        <source>Draw stroke</source>
        <translation>Strich zeichnen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>Verformen</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Erase stroke</source>
        <translation>Strich radieren</translation>
    </message>
    <message>
        <source>Erase {count} strokes</source>
        <translation>{count} Striche radieren</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>Einste&amp;llungen…</translation>
    </message>
    <message>
        <source>Show &amp;Docks</source>
        <translation>&amp;Leisten zeigen</translation>
    </message>
    <message>
        <source>Show the docks, or hide them all</source>
        <translation>Die Seitenleisten zeigen oder alle ausblenden</translation>
    </message>
    <message>
        <source>&amp;Canvas Only</source>
        <translation>&amp;Nur die Zeichenfläche</translation>
    </message>
    <message>
        <source>Hide everything but the canvas</source>
        <translation>Alles außer der Zeichenfläche ausblenden</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>V&amp;ollbild</translation>
    </message>
    <message>
        <source>&amp;Next Part of the Window</source>
        <translation>N&amp;ächster Teil des Fensters</translation>
    </message>
    <message>
        <source>Go on to the next part: canvas, tool bar, docks, status bar</source>
        <translation>Weiter zum nächsten Teil: Zeichenfläche, Werkzeuge, Seitenleisten, Statuszeile</translation>
    </message>
    <message>
        <source>&amp;Previous Part of the Window</source>
        <translation>Vor&amp;heriger Teil des Fensters</translation>
    </message>
    <message>
        <source>Go back to the previous part of the window</source>
        <translation>Zurück zum vorigen Teil des Fensters</translation>
    </message>
    <message>
        <source>Add &amp;Reference Pictures…</source>
        <translation>&amp;Vorlagen hinzufügen…</translation>
    </message>
    <message>
        <source>Add pictures to draw from</source>
        <translation>Bilder hinzufügen, nach denen du zeichnest</translation>
    </message>
    <message>
        <source>Show Reference &amp;Pictures</source>
        <translation>Vorlagen &amp;zeigen</translation>
    </message>
    <message>
        <source>Show the reference pictures on the page</source>
        <translation>Die Vorlagen auf der Seite zeigen</translation>
    </message>
    <message>
        <source>Reference at &amp;{percent} %</source>
        <translation>Vorlage mit &amp;{percent} %</translation>
    </message>
    <message>
        <source>Show the selected reference picture at {percent} %; again: as before</source>
        <translation>Die gewählte Vorlage mit {percent} % zeigen; noch einmal: wie zuvor</translation>
    </message>
    <message>
        <source>&amp;Find Command…</source>
        <translation>Befehl &amp;finden…</translation>
    </message>
    <message>
        <source>Find a command by a few letters of its name</source>
        <translation>Einen Befehl mit ein paar Buchstaben seines Namens finden</translation>
    </message>
    <message>
        <source>Strokewise &amp;Help</source>
        <translation>&amp;Hilfe zu Strokewise</translation>
    </message>
    <message>
        <source>&amp;Tour of the Window</source>
        <translation>&amp;Rundgang durch das Fenster</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>Legend of the lines on the photo</source>
        <translation>Legende der Linien auf dem Foto</translation>
    </message>
    <message>
        <source>Blue lines are sure matches, grey ones are doubtful</source>
        <translation>Blaue Linien sind sicher zugeordnet, graue zweifelhaft</translation>
    </message>
    <message>
        <source>Reference photo with the drawing&apos;s lines</source>
        <translation>Vorlagenfoto mit den Linien der Zeichnung</translation>
    </message>
    <message>
        <source>Pull stroke to photo</source>
        <translation>Strich zum Foto ziehen</translation>
    </message>
    <message>
        <source>Pull {number} strokes to photo</source>
        <translation>{number} Striche zum Foto ziehen</translation>
    </message>
    <message>
        <source>Draw something first: then a photo can be found for it.</source>
        <translation>Zeichne erst etwas: Dann kann ein Foto dafür gefunden werden.</translation>
    </message>
    <message>
        <source>Add photos of your own in the Photos dock first.</source>
        <translation>Füge erst eigene Fotos unter Fotos hinzu.</translation>
    </message>
    <message>
        <source>Fill A and B, and the slider goes from one to the other; with C, the model draws A − B + C.</source>
        <translation>Fülle A und B, und der Regler geht vom einen zum anderen; mit C zeichnet das Modell A − B + C.</translation>
    </message>
    <message>
        <source>Fill {place}</source>
        <translation>{place} füllen</translation>
    </message>
    <message>
        <source>Draw {sum}</source>
        <translation>{sum} zeichnen</translation>
    </message>
    <message>
        <source>Selected Strokes</source>
        <translation>Ausgewählte Striche</translation>
    </message>
    <message>
        <source>Whole Drawing</source>
        <translation>Ganze Zeichnung</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>Empty It</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>On the way from A to B…</source>
        <translation>Auf dem Weg von A nach B…</translation>
    </message>
    <message>
        <source>Have the model draw the sum; each time otherwise</source>
        <translation>Das Modell die Summe zeichnen lassen; jedes Mal anders</translation>
    </message>
    <message>
        <source>From A to B</source>
        <translation>Von A nach B</translation>
    </message>
    <message>
        <source>State of the blend</source>
        <translation>Stand der Mischung</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Mischung</translation>
    </message>
    <message>
        <source>Nothing came of this sum; try again, or other drawings.</source>
        <translation>Aus dieser Summe wurde nichts; versuche es noch einmal oder mit anderen Zeichnungen.</translation>
    </message>
    <message>
        <source>&amp;Show how it may go on</source>
        <translation>&amp;Zeigen, wie es weitergehen kann</translation>
    </message>
    <message>
        <source>Take It</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Ein anderer</translation>
    </message>
    <message>
        <source>A faint proposal on the page after each stroke</source>
        <translation>Ein blasser Vorschlag auf der Seite nach jedem Strich</translation>
    </message>
    <message>
        <source>Draw the proposed strokes</source>
        <translation>Die vorgeschlagenen Striche zeichnen</translation>
    </message>
    <message>
        <source>Show another way to go on</source>
        <translation>Einen anderen Weg zeigen</translation>
    </message>
    <message>
        <source>State of the proposal</source>
        <translation>Stand des Vorschlags</translation>
    </message>
    <message>
        <source>Drawing on drops the proposal.</source>
        <translation>Weiterzeichnen verwirft den Vorschlag.</translation>
    </message>
    <message>
        <source>{take} takes the proposal, {other} shows another; drawing on drops it.</source>
        <translation>{take} nimmt den Vorschlag an, {other} zeigt einen anderen; Weiterzeichnen verwirft ihn.</translation>
    </message>
    <message>
        <source>Proposal {place} of {count}.</source>
        <translation>Vorschlag {place} von {count}.</translation>
    </message>
    <message>
        <source>It looks complete.</source>
        <translation>Es sieht fertig aus.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiterzeichnen</translation>
    </message>
    <message>
        <source>What of the photo is sketched</source>
        <translation>Was vom Foto skizziert wird</translation>
    </message>
    <message>
        <source>Whole drawing</source>
        <translation>Ganze Zeichnung</translation>
    </message>
    <message>
        <source>Reference photo</source>
        <translation>Vorlagenfoto</translation>
    </message>
    <message>
        <source>Choose a Part</source>
        <translation>Teil wählen</translation>
    </message>
    <message>
        <source>All of It</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Variant {place}</source>
        <translation>Variante {place}</translation>
    </message>
    <message>
        <source>What is drawn again</source>
        <translation>Was nachgezeichnet wird</translation>
    </message>
    <message>
        <source>Part of the photo</source>
        <translation>Teil des Fotos</translation>
    </message>
    <message>
        <source>Drag a rectangle on the photo: only that is drawn</source>
        <translation>Zieh ein Rechteck auf dem Foto: Nur das wird gezeichnet</translation>
    </message>
    <message>
        <source>Draw the whole photo</source>
        <translation>Das ganze Foto zeichnen</translation>
    </message>
    <message>
        <source>Number of variants</source>
        <translation>Zahl der Varianten</translation>
    </message>
    <message>
        <source>How many drawings to choose from</source>
        <translation>Aus wie vielen Zeichnungen du wählen kannst</translation>
    </message>
    <message>
        <source>Freedom</source>
        <translation>Freiheit</translation>
    </message>
    <message>
        <source>To the right the model draws more freely</source>
        <translation>Nach rechts zeichnet das Modell freier</translation>
    </message>
    <message>
        <source>Have the model draw it, stroke by stroke</source>
        <translation>Das Modell es zeichnen lassen, Strich für Strich</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Draw it once more, but otherwise</source>
        <translation>Noch einmal zeichnen, aber anders</translation>
    </message>
    <message>
        <source>Progress of the redrawing</source>
        <translation>Fortschritt der Nachzeichnung</translation>
    </message>
    <message>
        <source>State of the redrawing</source>
        <translation>Stand der Nachzeichnung</translation>
    </message>
    <message>
        <source>A click puts a variant on the page</source>
        <translation>Ein Klick legt eine Variante auf die Seite</translation>
    </message>
    <message>
        <source>&amp;Variants</source>
        <translation>&amp;Varianten</translation>
    </message>
    <message>
        <source>Free&amp;dom</source>
        <translation>Frei&amp;heit</translation>
    </message>
    <message>
        <source>Draw something or open a photo, and it is drawn again, stroke by stroke.</source>
        <translation>Zeichne etwas oder öffne ein Foto, und es wird nachgezeichnet, Strich für Strich.</translation>
    </message>
    <message>
        <source>Choose a photo to draw again</source>
        <translation>Ein Foto zum Nachzeichnen wählen</translation>
    </message>
    <message>
        <source>What the model draws</source>
        <translation>Was das Modell zeichnet</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Zu Ende</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>How fast the pen draws</source>
        <translation>Wie schnell der Stift zeichnet</translation>
    </message>
    <message>
        <source>Put these strokes in the place of the faded ones</source>
        <translation>Diese Striche an die Stelle der verblassten setzen</translation>
    </message>
    <message>
        <source>Away with the preview</source>
        <translation>Die Vorschau weglegen</translation>
    </message>
    <message>
        <source>Have the pen rest where it is</source>
        <translation>Den Stift ruhen lassen, wo er ist</translation>
    </message>
    <message>
        <source>Watch the pen draw it, stroke by stroke</source>
        <translation>Dem Stift beim Zeichnen zusehen, Strich für Strich</translation>
    </message>
    <message>
        <source>Draw the symbol first, or select its strokes.</source>
        <translation>Zeichne erst das Symbol oder wähle seine Striche aus.</translation>
    </message>
    <message>
        <source>Symbol {name}</source>
        <translation>Symbol {name}</translation>
    </message>
    <message>
        <source>There is nothing to draw again: draw, or open a photo.</source>
        <translation>Es gibt nichts nachzuzeichnen: Zeichne oder öffne ein Foto.</translation>
    </message>
    <message>
        <source>Done in {seconds:.1f} s.</source>
        <translation>Fertig in {seconds:.1f} s.</translation>
    </message>
    <message>
        <source>Nothing came of it this time; try Again.</source>
        <translation>Diesmal wurde nichts daraus; versuche „Noch einmal“.</translation>
    </message>
    <message>
        <source>A collection of photos on your studio&apos;s Qdrant server, filled by &lt;code&gt;strokewise gallery share&lt;/code&gt;. Your drawing stays here: only the numbers that the encoder makes of it are sent there, and only while this collection is chosen.</source>
        <translation>Eine Sammlung von Fotos auf dem Qdrant-Server deines Studios, gefüllt durch &lt;code&gt;strokewise gallery share&lt;/code&gt;. Deine Zeichnung bleibt hier: Nur die Zahlen, die der Encoder daraus macht, werden dorthin geschickt, und nur solange diese Sammlung gewählt ist.</translation>
    </message>
    <message>
        <source>Shared Collection</source>
        <translation>Gemeinsame Sammlung</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Name of the collection</source>
        <translation>Name der Sammlung</translation>
    </message>
    <message>
        <source>Search There</source>
        <translation>Dort suchen</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>&amp;Collection</source>
        <translation>Samm&amp;lung</translation>
    </message>
    <message>
        <source>Asking for {name}…</source>
        <translation>{name} wird gefragt…</translation>
    </message>
    <message>
        <source>The photo and its sketch</source>
        <translation>Das Foto und seine Skizze</translation>
    </message>
    <message>
        <source>Click a stroke to choose it; drag over a region to lock it</source>
        <translation>Klicke einen Strich an, um ihn zu wählen; zieh über einen Bereich, um ihn zu sperren</translation>
    </message>
    <message>
        <source>Looks like none of the symbols.</source>
        <translation>Sieht keinem der Symbole gleich.</translation>
    </message>
    <message>
        <source>Looks like: {name}, {probability}</source>
        <translation>Sieht aus wie: {name}, {probability}</translation>
    </message>
    <message>
        <source>Exported {count} symbols.</source>
        <translation>{count} Symbole exportiert.</translation>
    </message>
    <message>
        <source>Imported {count} symbols.</source>
        <translation>{count} Symbole eingelesen.</translation>
    </message>
    <message>
        <source>{name} is too large to hold symbols.</source>
        <translation>{name} ist zu groß, um Symbole zu enthalten.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>{name} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>{name} cannot be moved: {reason}.</source>
        <translation>{name} lässt sich nicht verschieben: {reason}.</translation>
    </message>
    <message>
        <source>Draw a symbol, name it, and it is known again from then on.</source>
        <translation>Zeichne ein Symbol, benenne es, und von da an wird es erkannt.</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Beibringen</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einsetzen</translation>
    </message>
    <message>
        <source>Make It Clean</source>
        <translation>Sauber machen</translation>
    </message>
    <message>
        <source>&amp;Recognise symbols as I draw</source>
        <translation>Symbole beim Zeichnen &amp;erkennen</translation>
    </message>
    <message>
        <source>Make them &amp;clean at once</source>
        <translation>Sofort sau&amp;ber machen</translation>
    </message>
    <message>
        <source>Put the symbol&apos;s clean version in the place of what you drew</source>
        <translation>Die saubere Fassung an die Stelle des Gezeichneten setzen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Einlesen…</translation>
    </message>
    <message>
        <source>Name of the symbol</source>
        <translation>Name des Symbols</translation>
    </message>
    <message>
        <source>The selected strokes, or what you drew last, are a symbol of this name</source>
        <translation>Die ausgewählten Striche, oder was du zuletzt gezeichnet hast, sind ein Symbol dieses Namens</translation>
    </message>
    <message>
        <source>Double-click a name to change it</source>
        <translation>Doppelklicke einen Namen, um ihn zu ändern</translation>
    </message>
    <message>
        <source>Draw the symbol&apos;s clean version on the page</source>
        <translation>Die saubere Fassung des Symbols auf die Seite zeichnen</translation>
    </message>
    <message>
        <source>Forget the symbol</source>
        <translation>Das Symbol vergessen</translation>
    </message>
    <message>
        <source>Rename, import, export</source>
        <translation>Umbenennen, einlesen, exportieren</translation>
    </message>
    <message>
        <source>Say after each stroke which symbol it looks like</source>
        <translation>Nach jedem Strich sagen, welchem Symbol es gleicht</translation>
    </message>
    <message>
        <source>A moment after the pen is up, the clean version takes the place of what you drew</source>
        <translation>Kurz nachdem der Stift gehoben ist, tritt die saubere Fassung an die Stelle des Gezeichneten</translation>
    </message>
    <message>
        <source>Recognised symbol</source>
        <translation>Erkanntes Symbol</translation>
    </message>
    <message>
        <source>{name}, examples: {count}</source>
        <translation>{name}, Beispiele: {count}</translation>
    </message>
    <message>
        <source>Have the model draw it again: the selected strokes, the drawing or the photo</source>
        <translation>Das Modell noch einmal zeichnen lassen: die ausgewählten Striche, die Zeichnung oder das Foto</translation>
    </message>
    <message>
        <source>A&amp;gain</source>
        <translation>Noch ein&amp;mal</translation>
    </message>
    <message>
        <source>&amp;Play or Pause</source>
        <translation>&amp;Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Watch the pen draw the preview, point by point</source>
        <translation>Zusehen, wie der Stift die Vorschau zeichnet, Punkt für Punkt</translation>
    </message>
    <message>
        <source>&amp;Keep Redrawing</source>
        <translation>Nachzeichnung be&amp;halten</translation>
    </message>
    <message>
        <source>Add the strokes of the preview to the drawing</source>
        <translation>Die Striche der Vorschau zur Zeichnung hinzufügen</translation>
    </message>
    <message>
        <source>R&amp;eplace by Redrawing</source>
        <translation>Durch Nachzeichnung &amp;ersetzen</translation>
    </message>
    <message>
        <source>Put the strokes of the preview in the place of those that were drawn again</source>
        <translation>Die Striche der Vorschau an die Stelle der nachgezeichneten setzen</translation>
    </message>
    <message>
        <source>&amp;Drop Redrawing</source>
        <translation>Nachzeichnung ver&amp;werfen</translation>
    </message>
    <message>
        <source>Show How It May Go &amp;On</source>
        <translation>Zeigen, wie es weiter&amp;gehen kann</translation>
    </message>
    <message>
        <source>&amp;Take the Proposal</source>
        <translation>&amp;Vorschlag annehmen</translation>
    </message>
    <message>
        <source>Show A&amp;nother Proposal</source>
        <translation>A&amp;nderen Vorschlag zeigen</translation>
    </message>
    <message>
        <source>Recognise &amp;Symbols</source>
        <translation>&amp;Symbole erkennen</translation>
    </message>
    <message>
        <source>&amp;Make It a Clean Symbol</source>
        <translation>&amp;Zu einem sauberen Symbol machen</translation>
    </message>
    <message>
        <source>Put the symbol&apos;s clean version in the place of what was drawn</source>
        <translation>Die saubere Fassung des Symbols an die Stelle des Gezeichneten setzen</translation>
    </message>
    <message>
        <source>Make Symbols &amp;Clean at Once</source>
        <translation>Symbole so&amp;fort sauber machen</translation>
    </message>
    <message>
        <source>A symbol&apos;s clean version takes the place of what was drawn by itself</source>
        <translation>Die saubere Fassung eines Symbols tritt von selbst an die Stelle des Gezeichneten</translation>
    </message>
    <message>
        <source>G&amp;uides</source>
        <translation>&amp;Hilfslinien</translation>
    </message>
    <message>
        <source>Show the guides</source>
        <translation>Die Hilfslinien zeigen</translation>
    </message>
    <message>
        <source>Keep &amp;to Guides</source>
        <translation>An Hilfslinien ausrich&amp;ten</translation>
    </message>
    <message>
        <source>Add &amp;Level Guide</source>
        <translation>&amp;Waagrechte Hilfslinie hinzufügen</translation>
    </message>
    <message>
        <source>Add a level guide; drag it with Select, double-click it for an exact place</source>
        <translation>Eine waagrechte Hilfslinie hinzufügen; mit Auswählen ziehen, für einen genauen Ort doppelklicken</translation>
    </message>
    <message>
        <source>Add Up&amp;right Guide</source>
        <translation>&amp;Senkrechte Hilfslinie hinzufügen</translation>
    </message>
    <message>
        <source>Add an upright guide; drag it with Select, double-click it for an exact place</source>
        <translation>Eine senkrechte Hilfslinie hinzufügen; mit Auswählen ziehen, für einen genauen Ort doppelklicken</translation>
    </message>
    <message>
        <source>Remove &amp;All Guides</source>
        <translation>&amp;Alle Hilfslinien entfernen</translation>
    </message>
    <message>
        <source>Add guide</source>
        <translation>Hilfslinie hinzufügen</translation>
    </message>
    <message>
        <source>Move guide</source>
        <translation>Hilfslinie verschieben</translation>
    </message>
    <message>
        <source>Remove all guides</source>
        <translation>Alle Hilfslinien entfernen</translation>
    </message>
    <message>
        <source>Draw with mouse or pen. Everything else waits until you ask for it.</source>
        <translation>Zeichne mit Maus oder Stift. Alles andere wartet, bis du danach fragst.</translation>
    </message>
    <message>
        <source>## Drawing</source>
        <translation>## Zeichnen</translation>
    </message>
    <message>
        <source>Choose the **pen**, an **eraser** or another tool in the tool bar or by its key. A tablet&apos;s pressure sets the width; the eraser end of a pen erases whatever tool is chosen. **Escape** drops the stroke in progress.</source>
        <translation>Wähle den **Stift**, einen **Radierer** oder ein anderes Werkzeug in der Werkzeugleiste oder mit seiner Taste. Der Druck eines Tabletts bestimmt die Breite; das Radierende eines Stifts radiert, welches Werkzeug auch gewählt ist. **Escape** verwirft den begonnenen Strich.</translation>
    </message>
    <message>
        <source>![A house, a sun and a scribble, tinted; beside them what they look like](1_draw.png)</source>
        <translation>![Ein Haus, eine Sonne und ein Gekritzel, getönt; daneben, wonach sie aussehen](1_draw.png)</translation>
    </message>
    <message>
        <source>Select strokes with **Select** or the **lasso**: drag them, scale and turn them by the frame&apos;s handles. A **group** is selected as a whole. **Fill** covers the inside of an outline, of one stroke or of several.</source>
        <translation>Wähle Striche mit **Auswählen** oder dem **Lasso** aus: Ziehe sie, skaliere und drehe sie an den Griffen des Rahmens. Eine **Gruppe** wird als Ganzes ausgewählt. **Füllen** bedeckt das Innere eines Umrisses aus einem Strich oder mehreren.</translation>
    </message>
    <message>
        <source>**Guides**, added by the View menu, are lines to draw along: ink comes to lie on them. Drag them with **Select**, off the page to be rid of them; a double click asks for the exact place. They are part of no export.</source>
        <translation>**Hilfslinien** aus dem Menü Ansicht sind Linien, an denen man entlang zeichnet: Die Tinte legt sich auf sie. Ziehe sie mit **Auswählen**, zum Entfernen von der Seite herunter; ein Doppelklick fragt nach dem genauen Ort. Sie sind in keinem Export.</translation>
    </message>
    <message>
        <source>The wheel zooms to the pointer. Hold the **space bar** to move the page.</source>
        <translation>Das Rad vergrößert zum Zeiger hin. Halte die **Leertaste**, um die Seite zu verschieben.</translation>
    </message>
    <message>
        <source>Undo goes back as far as you like. The **History** dock shows every state as a small picture; a click goes there, and nothing is lost until you draw something else.</source>
        <translation>Rückgängig geht so weit zurück, wie du willst. Die Leiste **Verlauf** zeigt jeden Zustand als kleines Bild; ein Klick geht dorthin, und nichts ist verloren, bis du etwas anderes zeichnest.</translation>
    </message>
    <message>
        <source>![The sun is selected and was moved; the History dock lists what was done](2_select.png)</source>
        <translation>![Die Sonne ist ausgewählt und wurde verschoben; der Verlauf zeigt, was getan wurde](2_select.png)</translation>
    </message>
    <message>
        <source>## Pictures to draw from</source>
        <translation>## Bilder zum Abzeichnen</translation>
    </message>
    <message>
        <source>The **References** dock takes any number of pictures. A picture is seen in the dock, under the drawing or on top of it, at any opacity. Reference pictures are part of no export unless you tick them in the Export dialog. Strokewise files (`.strokewise`) keep them; SVG files do not.</source>
        <translation>Die Leiste **Vorlagen** nimmt beliebig viele Bilder auf. Ein Bild ist in der Leiste, unter der Zeichnung oder über ihr zu sehen, so deckend, wie du willst. Vorlagen sind in keinem Export, außer du hakst sie im Export-Dialog an. Strokewise-Dateien (`.strokewise`) behalten sie; SVG-Dateien nicht.</translation>
    </message>
    <message>
        <source>- *Move*: drag the picture, or a corner to scale it; arrow keys, plus and minus do the same. Escape ends.
- *Lock*: the picture stays where it is.
- *Crop*: drag a frame; the rest is kept and can be shown again.
- *Use for the Models*: Abstract, Assist and Match look at this picture.</source>
        <translation>- *Verschieben*: Ziehe das Bild, oder eine Ecke zum Skalieren; Pfeiltasten, Plus und Minus tun dasselbe. Escape beendet es.
- *Sperren*: Das Bild bleibt, wo es ist.
- *Zuschneiden*: Ziehe einen Rahmen; der Rest bleibt erhalten und kann wieder gezeigt werden.
- *Für die Modelle nehmen*: Abstrakt, Assistenz und Abgleich sehen dieses Bild an.</translation>
    </message>
    <message>
        <source>## What the models do</source>
        <translation>## Was die Modelle tun</translation>
    </message>
    <message>
        <source>Nothing is sent anywhere: the models run on this machine. Their results are previews, or edits that you can undo. **Assist** says what the drawing looks like and tints strokes while you draw: blue helps, orange hurts, grey does not matter. *Clean My Sketch* shows the drawing without what hurts; *What It Hangs On* marks the short stroke that makes the guess. The status bar names the encoder and the device in use; a click on a job there lists all jobs, each with its own cancel.</source>
        <translation>Nichts wird irgendwohin gesendet: Die Modelle laufen auf diesem Rechner. Ihre Ergebnisse sind Vorschauen oder Änderungen, die du rückgängig machen kannst. **Assistenz** sagt, wonach die Zeichnung aussieht, und tönt Striche, während du zeichnest: Blau hilft, Orange schadet, Grau ist gleichgültig. *Skizze säubern* zeigt die Zeichnung ohne das, was schadet; *Woran es hängt* markiert den kurzen Strich, der die Vermutung ausmacht. Die Statusleiste nennt den Encoder und das Gerät; ein Klick auf eine Aufgabe dort listet alle Aufgaben, jede einzeln abzubrechen.</translation>
    </message>
    <message>
        <source>![Before and after cleaning: the scribble is faint](3_clean.png)</source>
        <translation>![Vor und nach dem Säubern: Das Gekritzel ist blass](3_clean.png)</translation>
    </message>
    <message>
        <source>## A photo as a sketch</source>
        <translation>## Ein Foto als Skizze</translation>
    </message>
    <message>
        <source>**Abstract** turns a photo into a sketch of as few strokes as you choose. The slider shows the nearest sketch that is ready at once, and refines it; *Fewest* chooses for you. What is veiled in the dock&apos;s picture stays out: *Subject…* corrects that with a brush, *Whole scene* lifts it.</source>
        <translation>**Abstrakt** macht aus einem Foto eine Skizze aus so wenigen Strichen, wie du willst. Der Regler zeigt sofort die nächste fertige Skizze und verfeinert sie; *Am wenigsten* wählt für dich. Was im Bild der Leiste verschleiert ist, bleibt draußen: *Motiv…* berichtigt das mit einem Pinsel, *Ganze Szene* hebt es auf.</translation>
    </message>
    <message>
        <source>![A photo of a cat under the sketch that is being made of it](4_abstract.png)</source>
        <translation>![Das Foto einer Katze unter der Skizze, die daraus entsteht](4_abstract.png)</translation>
    </message>
    <message>
        <source>- *Play* draws the sketch on the canvas stroke by stroke, at your speed, so that you can draw along.
- *Draw around* makes the next sketch go with strokes of yours, which stay as they are.
- Click a stroke in the dock&apos;s picture, then *Another Stroke*. Drag over a region, and the strokes in it stay at the next *Start*. The arrow keys go from stroke to stroke, and the space bar asks for another.
- Width, colour and *Hand-drawn* change how the strokes look, not where they lie.</source>
        <translation>- *Abspielen* zeichnet die Skizze Strich für Strich auf die Zeichenfläche, so schnell du willst, sodass du mitzeichnen kannst.
- *Darum zeichnen* lässt die nächste Skizze zu Strichen von dir passen, die bleiben, wie sie sind.
- Klicke im Bild der Leiste auf einen Strich, dann auf *Anderer Strich*. Ziehe über einen Bereich, und die Striche darin bleiben beim nächsten *Beginnen*. Die Pfeiltasten gehen von Strich zu Strich, die Leertaste verlangt einen anderen.
- Breite, Farbe und *Handgezeichnet* ändern, wie die Striche aussehen, nicht, wo sie liegen.</translation>
    </message>
    <message>
        <source>![The sketch is kept: strokes like all others](5_keep.png)</source>
        <translation>![Die Skizze ist übernommen: Striche wie alle anderen](5_keep.png)</translation>
    </message>
    <message>
        <source>## Where is this on the photo?</source>
        <translation>## Wo ist das auf dem Foto?</translation>
    </message>
    <message>
        <source>**Match** shows where each stroke lies on the reference photo; what is doubtful is grey and dashed. Point at a stroke to see its place on the photo, or at the photo to see its place in the drawing. A slider warps the photo to the drawing, or shows the drawing pulled to the photo; *Pull to Photo* then moves the selected strokes, or all of them, that far. While the photo lies under the drawing, place counts; without it only the shape does. *Show It as a Photo* finds the photo of yours that fits best and warps it to the drawing.</source>
        <translation>**Abgleich** zeigt, wo jeder Strich auf dem Referenzfoto liegt; Zweifelhaftes ist grau und gestrichelt. Zeige auf einen Strich, um seinen Ort auf dem Foto zu sehen, oder auf das Foto, um den Ort in der Zeichnung zu sehen. Ein Regler verzerrt das Foto zur Zeichnung hin oder zeigt die Zeichnung, zum Foto gezogen; *Zum Foto ziehen* bewegt dann die ausgewählten Striche, oder alle, so weit. Solange das Foto unter der Zeichnung liegt, zählt der Ort; sonst nur die Form. *Als Foto zeigen* findet dein Foto, das am besten passt, und verzerrt es zur Zeichnung hin.</translation>
    </message>
    <message>
        <source>## Drawn again</source>
        <translation>## Noch einmal gezeichnet</translation>
    </message>
    <message>
        <source>**Redraw** draws the selected strokes, the drawing or the photo again, in a few strokes of its own:</source>
        <translation>**Nachzeichnen** zeichnet die ausgewählten Striche, die Zeichnung oder das Foto noch einmal, mit wenigen eigenen Strichen:</translation>
    </message>
    <message>
        <source>- *Redraw*: choose a variant, watch the pen draw it, and keep it, or let it replace the strokes it was made from.
- *Finish*: after each stroke a faint proposal shows how the drawing may go on. One key takes it, another shows the next; drawing on drops it.
- *Blend*: fill the slots A, B and C, and see A − B + C, or go from A to B with the slider.
- *Symbols*: draw a symbol and name it, and it is known again. One key puts its clean version in the place of what you drew.</source>
        <translation>- *Nachzeichnen*: Wähle eine Variante, sieh dem Stift beim Zeichnen zu, und übernimm sie, oder lass sie die Striche ersetzen, aus denen sie entstand.
- *Zu Ende*: Nach jedem Strich zeigt ein blasser Vorschlag, wie die Zeichnung weitergehen kann. Eine Taste nimmt ihn, eine andere zeigt den nächsten; Weiterzeichnen verwirft ihn.
- *Mischung*: Fülle die Plätze A, B und C und sieh A − B + C, oder gehe mit dem Regler von A nach B.
- *Symbole*: Zeichne ein Symbol und benenne es, und es wird wiedererkannt. Eine Taste setzt seine saubere Fassung an die Stelle dessen, was du gezeichnet hast.</translation>
    </message>
    <message>
        <source>## Files</source>
        <translation>## Dateien</translation>
    </message>
    <message>
        <source>**Export** writes PNG at any scale, with or without the white of the page, PDF and SVG. If the program or the machine stops, the next start offers what you drew.</source>
        <translation>**Exportieren** schreibt PNG in jeder Größe, mit oder ohne das Weiß der Seite, PDF und SVG. Bleibt das Programm oder der Rechner stehen, bietet der nächste Start an, was du gezeichnet hast.</translation>
    </message>
    <message>
        <source>![The Export dialog](6_export.png)</source>
        <translation>![Der Export-Dialog](6_export.png)</translation>
    </message>
    <message>
        <source>## The window</source>
        <translation>## Das Fenster</translation>
    </message>
    <message>
        <source>Docks can be dragged, laid on each other, and closed; the View menu brings them back. One key hides all docks, another leaves the canvas alone. **F6** goes round the parts of the window without a mouse. **Find Command** finds everything by a few letters of its name. Every key can be changed in **Preferences**, where the keys of Krita and Inkscape are ready to choose.</source>
        <translation>Leisten lassen sich ziehen, aufeinander legen und schließen; das Menü Ansicht holt sie zurück. Eine Taste blendet alle Leisten aus, eine andere lässt nur die Zeichenfläche übrig. **F6** geht ohne Maus durch die Teile des Fensters. **Befehl finden** findet alles mit ein paar Buchstaben seines Namens. Jede Taste lässt sich in den **Einstellungen** ändern, wo die Tasten von Krita und Inkscape zur Wahl stehen.</translation>
    </message>
</context>
</TS>
