<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name></name>
    <message>
        <source>Canvas</source>
        <translation>Toile</translation>
    </message>
    <message>
        <source>The page you draw on</source>
        <translation>La page où vous dessinez</translation>
    </message>
    <message>
        <source>Remove guide</source>
        <translation>Retirer le guide</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nouveau</translation>
    </message>
    <message>
        <source>New Pa&amp;ge…</source>
        <translation>Nouvelle pa&amp;ge…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>Open &amp;Photo…</source>
        <translation>Ouvrir une &amp;photo…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Enregistrer &amp;sous…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>C&amp;oller</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Plume</translation>
    </message>
    <message>
        <source>Pen: draw</source>
        <translation>Plume : dessiner</translation>
    </message>
    <message>
        <source>Pencil</source>
        <translation>Crayon</translation>
    </message>
    <message>
        <source>Pencil: broad when the stylus is tilted</source>
        <translation>Crayon : large quand le stylet est incliné</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>Feutre</translation>
    </message>
    <message>
        <source>Marker: broad and see-through</source>
        <translation>Feutre : large et translucide</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Straight line; Shift turns it in steps of 15 degrees</source>
        <translation>Ligne droite ; Maj la tourne par pas de 15 degrés</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Gomme</translation>
    </message>
    <message>
        <source>Eraser: remove the strokes you touch</source>
        <translation>Gomme : enlève les traits que vous touchez</translation>
    </message>
    <message>
        <source>Partial Eraser</source>
        <translation>Gomme partielle</translation>
    </message>
    <message>
        <source>Partial eraser: remove the ink you pass over</source>
        <translation>Gomme partielle : enlève l&apos;encre sur son passage</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Sélection</translation>
    </message>
    <message>
        <source>Select: click strokes or draw a rectangle</source>
        <translation>Sélection : cliquer des traits ou tracer un rectangle</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Lasso: draw around the strokes to select</source>
        <translation>Lasso : entourer les traits à sélectionner</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Remplissage</translation>
    </message>
    <message>
        <source>Fill: cover the inside of a closed stroke with ink</source>
        <translation>Remplissage : couvrir d&apos;encre l&apos;intérieur d&apos;un trait fermé</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Text: letters as strokes along their outlines</source>
        <translation>Texte : des lettres en traits le long de leurs contours</translation>
    </message>
    <message>
        <source>Eyedropper</source>
        <translation>Pipette</translation>
    </message>
    <message>
        <source>Eyedropper: take a colour; or hold Alt while drawing</source>
        <translation>Pipette : prendre une couleur ; ou maintenir Alt en dessinant</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>Main</translation>
    </message>
    <message>
        <source>Hand: move the page; or hold the space bar</source>
        <translation>Main : déplacer la page ; ou maintenir la barre d&apos;espace</translation>
    </message>
    <message>
        <source>&amp;Smooth Strokes</source>
        <translation>&amp;Lisser les traits</translation>
    </message>
    <message>
        <source>Smooth strokes while drawing</source>
        <translation>Lisser les traits en dessinant</translation>
    </message>
    <message>
        <source>&amp;Mirror Left and Right</source>
        <translation>Miroir &amp;gauche-droite</translation>
    </message>
    <message>
        <source>Mirror &amp;Top and Bottom</source>
        <translation>Miroir &amp;haut-bas</translation>
    </message>
    <message>
        <source>&amp;Grid</source>
        <translation>&amp;Grille</translation>
    </message>
    <message>
        <source>&amp;Keep to Grid</source>
        <translation>Rester sur la &amp;grille</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>&amp;Modèles…</translation>
    </message>
    <message>
        <source>Models: choose the encoder</source>
        <translation>Modèles : choisir l&apos;encodeur</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Zoom a&amp;vant</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Zoom a&amp;rrière</translation>
    </message>
    <message>
        <source>&amp;Fit Page</source>
        <translation>&amp;Ajuster à la page</translation>
    </message>
    <message>
        <source>&amp;Start Sketch</source>
        <translation>&amp;Commencer l&apos;esquisse</translation>
    </message>
    <message>
        <source>&amp;Cancel Sketch</source>
        <translation>&amp;Arrêter l&apos;esquisse</translation>
    </message>
    <message>
        <source>&amp;Keep Sketch</source>
        <translation>&amp;Garder l&apos;esquisse</translation>
    </message>
    <message>
        <source>&amp;Tint Strokes</source>
        <translation>&amp;Teinter les traits</translation>
    </message>
    <message>
        <source>Tint strokes by what they say</source>
        <translation>Teinter les traits selon ce qu&apos;ils disent</translation>
    </message>
    <message>
        <source>&amp;Clean My Sketch…</source>
        <translation>&amp;Nettoyer mon esquisse…</translation>
    </message>
    <message>
        <source>What It &amp;Hangs On</source>
        <translation>À quoi ça &amp;tient</translation>
    </message>
    <message>
        <source>P&amp;ull to Photo</source>
        <translation>&amp;Tirer vers la photo</translation>
    </message>
    <message>
        <source>Show It as a Phot&amp;o</source>
        <translation>Montrer en ph&amp;oto</translation>
    </message>
    <message>
        <source>Move the selected strokes, or all, to where they lie on the photo</source>
        <translation>Déplacer les traits choisis, ou tous, là où ils se trouvent sur la photo</translation>
    </message>
    <message>
        <source>Show &amp;Flow to the Photo</source>
        <translation>Montrer le &amp;flux vers la photo</translation>
    </message>
    <message>
        <source>Show as a grid how the drawing lies on the photo</source>
        <translation>Montrer par une grille comment le dessin se pose sur la photo</translation>
    </message>
    <message>
        <source>Find the photo that fits the drawing best, and warp it to the drawing</source>
        <translation>Trouver la photo qui va le mieux au dessin et la déformer pour lui</translation>
    </message>
    <message>
        <source>&amp;About Strokewise</source>
        <translation>À &amp;propos de Strokewise</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Couper</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>Co&amp;pier</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Dupliquer</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Grouper</translation>
    </message>
    <message>
        <source>Ung&amp;roup</source>
        <translation>Dé&amp;grouper</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Tout sélectionner</translation>
    </message>
    <message>
        <source>Select &amp;None</source>
        <translation>&amp;Ne rien sélectionner</translation>
    </message>
    <message>
        <source>&amp;Raise</source>
        <translation>Mon&amp;ter</translation>
    </message>
    <message>
        <source>L&amp;ower</source>
        <translation>&amp;Descendre</translation>
    </message>
    <message>
        <source>Raise to To&amp;p</source>
        <translation>Mettre tout en &amp;haut</translation>
    </message>
    <message>
        <source>Lower to &amp;Bottom</source>
        <translation>Mettre tout en &amp;bas</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>&amp;Calque</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Outils</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation>&amp;Photo</translation>
    </message>
    <message>
        <source>&amp;Assist</source>
        <translation>A&amp;ssistance</translation>
    </message>
    <message>
        <source>&amp;Redraw</source>
        <translation>&amp;Redessiner</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>{name} could not be written: {reason}.</source>
        <translation>Impossible d&apos;écrire {name} : {reason}.</translation>
    </message>
    <message>
        <source>What is on the clipboard</source>
        <translation>Le contenu du presse-papiers</translation>
    </message>
    <message>
        <source>There are no lines on the clipboard.</source>
        <translation>Il n&apos;y a pas de lignes dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Recharger</translation>
    </message>
    <message>
        <source>A page cannot have a side of {side:g} px.</source>
        <translation>Une page ne peut pas avoir un côté de {side:g} px.</translation>
    </message>
    <message>
        <source>A drawing can have {max_layers} layers at most.</source>
        <translation>Un dessin peut avoir {max_layers} calques au plus.</translation>
    </message>
    <message>
        <source>A drawing can have {max_guides} guides at most.</source>
        <translation>Un dessin peut avoir {max_guides} guides au plus.</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>verrouillé</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>masqué</translation>
    </message>
    <message>
        <source>The layer {name} is {state}; choose another one to draw on.</source>
        <translation>Le calque {name} est {state} ; choisissez-en un autre pour dessiner.</translation>
    </message>
    <message>
        <source>The layer {name} is locked; its strokes must stay.</source>
        <translation>Le calque {name} est verrouillé ; ses traits doivent rester.</translation>
    </message>
    <message>
        <source>{some} or {last}</source>
        <translation>{some} ou {last}</translation>
    </message>
    <message>
        <source>{name} cannot be written: use a name in {formats}.</source>
        <translation>Impossible d&apos;écrire {name} : le nom doit finir par {formats}.</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some} et {last}</translation>
    </message>
    <message>
        <source>Unsaved work is not being backed up: {reason}.</source>
        <translation>Le travail non enregistré n&apos;est pas sauvegardé : {reason}.</translation>
    </message>
    <message>
        <source>Layer 1</source>
        <translation>Calque 1</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Calque</translation>
    </message>
    <message>
        <source>The last layer must stay.</source>
        <translation>Le dernier calque doit rester.</translation>
    </message>
    <message>
        <source>There is no layer below to merge with.</source>
        <translation>Il n&apos;y a pas de calque en dessous avec lequel fusionner.</translation>
    </message>
    <message>
        <source>The layer {name} is hidden; show it to merge it.</source>
        <translation>Le calque {name} est masqué ; affichez-le pour le fusionner.</translation>
    </message>
    <message>
        <source>The layer {name} is locked.</source>
        <translation>Le calque {name} est verrouillé.</translation>
    </message>
    <message>
        <source>Layer {number}</source>
        <translation>Calque {number}</translation>
    </message>
    <message>
        <source>{name} is damaged: it cannot be unpacked.</source>
        <translation>{name} est abîmé : impossible de le décompresser.</translation>
    </message>
    <message>
        <source>{name} was saved by a newer Strokewise; update to open it.</source>
        <translation>{name} vient d&apos;un Strokewise plus récent ; mettez à jour pour l&apos;ouvrir.</translation>
    </message>
    <message>
        <source>{name} is not a drawing of Strokewise.</source>
        <translation>{name} n&apos;est pas un dessin de Strokewise.</translation>
    </message>
    <message>
        <source>{name} has more than {max_photos} photos.</source>
        <translation>{name} contient plus de {max_photos} photos.</translation>
    </message>
    <message>
        <source>{name} describes a photo that is none.</source>
        <translation>{name} décrit une photo qui n&apos;en est pas une.</translation>
    </message>
    <message>
        <source>{name} has more than {max_members} parts.</source>
        <translation>{name} a plus de {max_members} parties.</translation>
    </message>
    <message>
        <source>{name} is damaged or no drawing: it has no {member}.</source>
        <translation>{name} est abîmé ou n&apos;est pas un dessin : il y manque {member}.</translation>
    </message>
    <message>
        <source>{name} is packed in a way that is not accepted.</source>
        <translation>{name} est compressé d&apos;une manière qui n&apos;est pas acceptée.</translation>
    </message>
    <message>
        <source>{name} has a part larger than {most_bytes} MB.</source>
        <translation>{name} contient une partie de plus de {most_bytes} Mo.</translation>
    </message>
    <message>
        <source>The scale of an image must be a positive number.</source>
        <translation>L&apos;échelle d&apos;une image doit être un nombre positif.</translation>
    </message>
    <message>
        <source>An image of {width} x {height} px is too large; it may have {max_pixels} megapixels.</source>
        <translation>Une image de {width} x {height} px est trop grande ; elle peut avoir {max_pixels} mégapixels.</translation>
    </message>
    <message>
        <source>{name} is not a journal of Strokewise.</source>
        <translation>{name} n&apos;est pas un journal de Strokewise.</translation>
    </message>
    <message>
        <source>{name} could not be read: {reason}.</source>
        <translation>Impossible de lire {name} : {reason}.</translation>
    </message>
    <message>
        <source>{name} breaks off before its first drawing.</source>
        <translation>{name} s&apos;interrompt avant son premier dessin.</translation>
    </message>
    <message>
        <source>A stroke needs at least one point.</source>
        <translation>Un trait a besoin d&apos;au moins un point.</translation>
    </message>
    <message>
        <source>A stroke cannot be {width_px:g} px wide.</source>
        <translation>Un trait ne peut pas avoir {width_px:g} px de large.</translation>
    </message>
    <message>
        <source>{text!r} is not a colour of the form #rrggbb.</source>
        <translation>{text!r} n&apos;est pas une couleur de la forme #rrggbb.</translation>
    </message>
    <message>
        <source>A number of the drawing is not finite.</source>
        <translation>Un nombre du dessin n&apos;est pas fini.</translation>
    </message>
    <message>
        <source>A number of the drawing is out of all bounds.</source>
        <translation>Un nombre du dessin est hors de toute limite.</translation>
    </message>
    <message>
        <source>The points of a stroke must be pairs of x and y.</source>
        <translation>Les points d&apos;un trait doivent être des paires x et y.</translation>
    </message>
    <message>
        <source>The points of a stroke must have x, y, pressure and time.</source>
        <translation>Les points d&apos;un trait doivent avoir x, y, pression et temps.</translation>
    </message>
    <message>
        <source>A stroke has a time out of all bounds.</source>
        <translation>Un trait a un temps hors de toute limite.</translation>
    </message>
    <message>
        <source>A Bezier stroke needs four control points for each of its segments.</source>
        <translation>Un trait de Bézier a besoin de quatre points de contrôle par segment.</translation>
    </message>
    <message>
        <source>The segments of a Bezier stroke must be connected.</source>
        <translation>Les segments d&apos;un trait de Bézier doivent se toucher.</translation>
    </message>
    <message>
        <source>A stroke lies too far outside of the page.</source>
        <translation>Un trait est trop loin hors de la page.</translation>
    </message>
    <message>
        <source>Its clip paths take too long to follow.</source>
        <translation>Ses tracés de découpe sont trop longs à suivre.</translation>
    </message>
    <message>
        <source>It draws more than {max_flat_nodes:,} elements.</source>
        <translation>Il dessine plus de {max_flat_nodes:,} éléments.</translation>
    </message>
    <message>
        <source>It nests its elements more than {max_depth} deep.</source>
        <translation>Ses éléments sont imbriqués sur plus de {max_depth} niveaux.</translation>
    </message>
    <message>
        <source>It has more than {max_numbers:,} numbers in paths.</source>
        <translation>Ses tracés ont plus de {max_numbers:,} nombres.</translation>
    </message>
    <message>
        <source>It has a number that is too long.</source>
        <translation>Un de ses nombres est trop long.</translation>
    </message>
    <message>
        <source>It has an attribute that is too long.</source>
        <translation>Un de ses attributs est trop long.</translation>
    </message>
    <message>
        <source>Its SVG cannot be understood.</source>
        <translation>Son SVG est incompréhensible.</translation>
    </message>
    <message>
        <source>{name} is larger than {max_own_bytes} MB.</source>
        <translation>{name} dépasse {max_own_bytes} Mo.</translation>
    </message>
    <message>
        <source>{name} is compressed; unpack it to a plain SVG file first.</source>
        <translation>{name} est compressé ; décompressez-le d&apos;abord en simple fichier SVG.</translation>
    </message>
    <message>
        <source>its XML breaks off in line {lineno}</source>
        <translation>son XML s&apos;interrompt à la ligne {lineno}</translation>
    </message>
    <message>
        <source>{name} is not an SVG file ({where}).</source>
        <translation>{name} n&apos;est pas un fichier SVG ({where}).</translation>
    </message>
    <message>
        <source>{name} is in a text encoding that cannot be read.</source>
        <translation>{name} est dans un codage de texte illisible.</translation>
    </message>
    <message>
        <source>{name} has more than {max_nodes:,} elements.</source>
        <translation>{name} a plus de {max_nodes:,} éléments.</translation>
    </message>
    <message>
        <source>{name} nests its elements more than {max_depth} deep.</source>
        <translation>{name} imbrique ses éléments sur plus de {max_depth} niveaux.</translation>
    </message>
    <message>
        <source>{name} is not an SVG file.</source>
        <translation>{name} n&apos;est pas un fichier SVG.</translation>
    </message>
    <message>
        <source>{name} is larger than {limit} MB.</source>
        <translation>{name} dépasse {limit} Mo.</translation>
    </message>
    <message>
        <source>{name} has a document type, which is not accepted.</source>
        <translation>{name} a un type de document, ce qui n&apos;est pas accepté.</translation>
    </message>
    <message>
        <source>{name} declares entities, which are not accepted.</source>
        <translation>{name} déclare des entités, ce qui n&apos;est pas accepté.</translation>
    </message>
    <message>
        <source>It has more than {max_points:,} points.</source>
        <translation>Il a plus de {max_points:,} points.</translation>
    </message>
    <message>
        <source>1 text</source>
        <translation>1 texte</translation>
    </message>
    <message>
        <source>{n} texts</source>
        <translation>{n} textes</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 image</translation>
    </message>
    <message>
        <source>{n} pictures</source>
        <translation>{n} images</translation>
    </message>
    <message>
        <source>1 embedded page</source>
        <translation>1 page incorporée</translation>
    </message>
    <message>
        <source>{n} embedded pages</source>
        <translation>{n} pages incorporées</translation>
    </message>
    <message>
        <source>1 gradient</source>
        <translation>1 dégradé</translation>
    </message>
    <message>
        <source>{n} gradients</source>
        <translation>{n} dégradés</translation>
    </message>
    <message>
        <source>1 dash</source>
        <translation>1 tireté</translation>
    </message>
    <message>
        <source>{n} dashes</source>
        <translation>{n} tiretés</translation>
    </message>
    <message>
        <source>1 mask</source>
        <translation>1 masque</translation>
    </message>
    <message>
        <source>{n} masks</source>
        <translation>{n} masques</translation>
    </message>
    <message>
        <source>1 filter</source>
        <translation>1 filtre</translation>
    </message>
    <message>
        <source>{n} filters</source>
        <translation>{n} filtres</translation>
    </message>
    <message>
        <source>1 clip</source>
        <translation>1 découpe</translation>
    </message>
    <message>
        <source>{n} clips</source>
        <translation>{n} découpes</translation>
    </message>
    <message>
        <source>1 fill</source>
        <translation>1 remplissage</translation>
    </message>
    <message>
        <source>{n} fills</source>
        <translation>{n} remplissages</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {error}</source>
        <translation>Impossible d&apos;ouvrir {name} : {error}</translation>
    </message>
    <message>
        <source>Its transforms are out of all bounds.</source>
        <translation>Ses transformations sont hors de toute limite.</translation>
    </message>
    <message>
        <source>Sketch</source>
        <translation>Esquisse</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Carré</translation>
    </message>
    <message>
        <source>Wide screen</source>
        <translation>Grand écran</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>A4 upright</source>
        <translation>A4 portrait</translation>
    </message>
    <message>
        <source>A4 on its side</source>
        <translation>A4 paysage</translation>
    </message>
    <message>
        <source>A5 upright</source>
        <translation>A5 portrait</translation>
    </message>
    <message>
        <source>Letter upright</source>
        <translation>Lettre portrait</translation>
    </message>
    <message>
        <source>Letter on its side</source>
        <translation>Lettre paysage</translation>
    </message>
    <message>
        <source>Something went wrong inside Strokewise; details are in {log_path}.</source>
        <translation>Quelque chose s&apos;est mal passé dans Strokewise ; les détails sont dans {log_path}.</translation>
    </message>
    <message>
        <source>Something went wrong inside Strokewise; the crash log could not be written.</source>
        <translation>Quelque chose s&apos;est mal passé dans Strokewise ; le journal de pannes n&apos;a pas pu être écrit.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>Pondéré</translation>
    </message>
    <message>
        <source>Pulled string</source>
        <translation>Ficelle tirée</translation>
    </message>
    <message>
        <source>pen</source>
        <translation>plume</translation>
    </message>
    <message>
        <source>pencil</source>
        <translation>crayon</translation>
    </message>
    <message>
        <source>marker</source>
        <translation>feutre</translation>
    </message>
    <message>
        <source>Width of the {tool}</source>
        <translation>Largeur ({tool})</translation>
    </message>
    <message>
        <source>Colour of the {tool}</source>
        <translation>Couleur ({tool})</translation>
    </message>
    <message>
        <source>Opacity of the {tool}</source>
        <translation>Opacité ({tool})</translation>
    </message>
    <message>
        <source>Stabiliser of the {tool}</source>
        <translation>Stabilisateur ({tool})</translation>
    </message>
    <message>
        <source>Weighted: trembling is filtered out, and the stroke lags a little behind the hand. Pulled string: the pen pulls the ink behind it.</source>
        <translation>Pondéré : le tremblement est filtré, et le trait suit la main avec un léger retard. Ficelle tirée : la pointe tire l&apos;encre derrière elle.</translation>
    </message>
    <message>
        <source>Strength of the {tool}&apos;s stabiliser</source>
        <translation>Force du stabilisateur ({tool})</translation>
    </message>
    <message>
        <source>Taper at the ends of {tool} strokes</source>
        <translation>Effilage aux bouts des traits ({tool})</translation>
    </message>
    <message>
        <source>Broader when the {tool} is tilted</source>
        <translation>Plus large une fois incliné ({tool})</translation>
    </message>
    <message>
        <source>How much broader the ink is when the stylus is laid down; 0 for not at all.</source>
        <translation>De combien l&apos;encre s&apos;élargit quand le stylet est couché ; 0 pour pas du tout.</translation>
    </message>
    <message>
        <source>Draw ahead of the {tool}</source>
        <translation>Dessiner en avance ({tool})</translation>
    </message>
    <message>
        <source>Live ink is drawn a little ahead of the stylus, where it is likely to go.</source>
        <translation>L&apos;encre est dessinée un peu en avant du stylet, là où il va sans doute aller.</translation>
    </message>
    <message>
        <source>Pressure response of the {tool}</source>
        <translation>Réponse à la pression ({tool})</translation>
    </message>
    <message>
        <source>A pressure curve has {min_points} to {max_points} points.</source>
        <translation>Une courbe de pression a de {min_points} à {max_points} points.</translation>
    </message>
    <message>
        <source>A pressure curve lies between 0 and 1.</source>
        <translation>Une courbe de pression reste entre 0 et 1.</translation>
    </message>
    <message>
        <source>A pressure curve never falls.</source>
        <translation>Une courbe de pression ne descend jamais.</translation>
    </message>
    <message>
        <source>That is no pressure curve.</source>
        <translation>Ce n&apos;est pas une courbe de pression.</translation>
    </message>
    <message>
        <source>&amp;Add Layer</source>
        <translation>&amp;Ajouter un calque</translation>
    </message>
    <message>
        <source>&amp;Remove Layer</source>
        <translation>&amp;Supprimer le calque</translation>
    </message>
    <message>
        <source>Remove the layer with its strokes</source>
        <translation>Supprimer le calque avec ses traits</translation>
    </message>
    <message>
        <source>&amp;Merge Down</source>
        <translation>&amp;Fusionner vers le bas</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>Mon&amp;ter</translation>
    </message>
    <message>
        <source>Move the layer up</source>
        <translation>Monter le calque</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>&amp;Descendre</translation>
    </message>
    <message>
        <source>Move the layer down</source>
        <translation>Descendre le calque</translation>
    </message>
    <message>
        <source>Move &amp;Selection to This Layer</source>
        <translation>Déplacer la &amp;sélection vers ce calque</translation>
    </message>
    <message>
        <source>Draw on the Layer A&amp;bove</source>
        <translation>Dessiner sur le calque au-&amp;dessus</translation>
    </message>
    <message>
        <source>Draw on the Layer B&amp;elow</source>
        <translation>Dessiner sur le calque au-dess&amp;ous</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Strokewise {version}&lt;/h3&gt;&lt;p&gt;A drawing program that sees what you draw.&lt;/p&gt;&lt;p&gt;Open source under the Apache License 2.0.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Strokewise {version}&lt;/h3&gt;&lt;p&gt;Un programme de dessin qui voit ce que vous dessinez.&lt;/p&gt;&lt;p&gt;Libre, sous licence Apache 2.0.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Assist</source>
        <translation>Assistance</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Abstraction</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Correspondance</translation>
    </message>
    <message>
        <source>Redraw</source>
        <translation>Redessiner</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Calques</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Références</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Take the Tour</source>
        <translation>Faire la visite</translation>
    </message>
    <message>
        <source>Welcome to Strokewise. A tour of five steps shows what is where.</source>
        <translation>Bienvenue dans Strokewise. Une visite en cinq étapes montre où tout se trouve.</translation>
    </message>
    <message>
        <source>Not Now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>{text} brings the bars back.</source>
        <translation>{text} ramène les barres.</translation>
    </message>
    <message>
        <source>The window&apos;s bars are hidden.</source>
        <translation>Les barres de la fenêtre sont masquées.</translation>
    </message>
    <message>
        <source>About Strokewise</source>
        <translation>À propos de Strokewise</translation>
    </message>
    <message>
        <source>Drop or paste a photo, and it becomes a sketch of as few strokes as you choose.</source>
        <translation>Déposez ou collez une photo : elle devient une esquisse d&apos;aussi peu de traits que vous voulez.</translation>
    </message>
    <message>
        <source>Open Photo…</source>
        <translation>Ouvrir une photo…</translation>
    </message>
    <message>
        <source>Choose a photo to sketch</source>
        <translation>Choisir une photo à esquisser</translation>
    </message>
    <message>
        <source>Fewest</source>
        <translation>Le moins</translation>
    </message>
    <message>
        <source>As few strokes as keep it recognisable</source>
        <translation>Aussi peu de traits qu&apos;il faut pour le reconnaître</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Sketch the photo anew</source>
        <translation>Esquisser la photo à nouveau</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop here; the best sketch so far stays</source>
        <translation>S&apos;arrêter là ; la meilleure esquisse reste</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Add these strokes to the drawing</source>
        <translation>Ajouter ces traits au dessin</translation>
    </message>
    <message>
        <source>Show photo</source>
        <translation>Montrer la photo</translation>
    </message>
    <message>
        <source>Remove Photo</source>
        <translation>Retirer la photo</translation>
    </message>
    <message>
        <source>Away with photo and preview</source>
        <translation>Retirer photo et aperçu</translation>
    </message>
    <message>
        <source>Looking for the fewest that will do; ready: {numbers}</source>
        <translation>Recherche du minimum suffisant ; prêts : {numbers}</translation>
    </message>
    <message>
        <source>Ready at once: {numbers}; more to come</source>
        <translation>Prêts tout de suite : {numbers} ; d&apos;autres suivent</translation>
    </message>
    <message>
        <source>Ready at once: {numbers}</source>
        <translation>Prêts tout de suite : {numbers}</translation>
    </message>
    <message>
        <source>How many strokes the sketch has</source>
        <translation>Combien de traits a l&apos;esquisse</translation>
    </message>
    <message>
        <source>Number of strokes</source>
        <translation>Nombre de traits</translation>
    </message>
    <message>
        <source>Sketches of {numbers} strokes are worked out in the background</source>
        <translation>Des esquisses de {numbers} traits se préparent en arrière-plan</translation>
    </message>
    <message>
        <source>Progress of the sketch</source>
        <translation>Progression de l&apos;esquisse</translation>
    </message>
    <message>
        <source>State of the sketch</source>
        <translation>État de l&apos;esquisse</translation>
    </message>
    <message>
        <source>&amp;Strokes</source>
        <translation>&amp;Traits</translation>
    </message>
    <message>
        <source>Kept {count} strokes.</source>
        <translation>{count} traits gardés.</translation>
    </message>
    <message>
        <source>Sketch of {count} strokes</source>
        <translation>Esquisse de {count} traits</translation>
    </message>
    <message>
        <source>Reading the photo</source>
        <translation>Lecture de la photo</translation>
    </message>
    <message>
        <source>Looking for what stands out</source>
        <translation>Recherche de ce qui ressort</translation>
    </message>
    <message>
        <source>{count} strokes.</source>
        <translation>{count} traits.</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>Done in {seconds:.0f} s.</source>
        <translation>Terminé en {seconds:.0f} s.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>Draw, and see what it looks like and which strokes help or hurt.</source>
        <translation>Dessinez, et voyez à quoi cela ressemble et quels traits aident ou nuisent.</translation>
    </message>
    <message>
        <source>Whole strokes</source>
        <translation>Traits entiers</translation>
    </message>
    <message>
        <source>Along the stroke</source>
        <translation>Le long du trait</translation>
    </message>
    <message>
        <source>Removal</source>
        <translation>Retrait</translation>
    </message>
    <message>
        <source>Removal of several (slow)</source>
        <translation>Retrait de plusieurs (lent)</translation>
    </message>
    <message>
        <source>Gradient, several views</source>
        <translation>Gradient, plusieurs vues</translation>
    </message>
    <message>
        <source>Gradient, as in the paper</source>
        <translation>Gradient, comme dans l&apos;article</translation>
    </message>
    <message>
        <source>Does it belong (learned)</source>
        <translation>En fait-il partie (appris)</translation>
    </message>
    <message>
        <source>&amp;Tint strokes</source>
        <translation>Traits &amp;teintés</translation>
    </message>
    <message>
        <source>Clean My Sketch…</source>
        <translation>Nettoyer mon esquisse…</translation>
    </message>
    <message>
        <source>What It Hangs On</source>
        <translation>À quoi ça tient</translation>
    </message>
    <message>
        <source>Blue strokes make it more like {scored_by}, orange ones less.</source>
        <translation>Les traits bleus le rapprochent de {scored_by}, les orange l&apos;en éloignent.</translation>
    </message>
    <message>
        <source>Strength of the tints</source>
        <translation>Force des teintes</translation>
    </message>
    <message>
        <source>How much of the ink&apos;s own colour the tints hide</source>
        <translation>À quel point les teintes cachent la couleur de l&apos;encre</translation>
    </message>
    <message>
        <source>What is scored</source>
        <translation>Ce qui est noté</translation>
    </message>
    <message>
        <source>Score whole strokes, or along them</source>
        <translation>Noter les traits entiers, ou le long des traits</translation>
    </message>
    <message>
        <source>Estimator</source>
        <translation>Estimateur</translation>
    </message>
    <message>
        <source>How scores are worked out</source>
        <translation>Comment les notes sont calculées</translation>
    </message>
    <message>
        <source>See the sketch without the strokes that hurt</source>
        <translation>Voir l&apos;esquisse sans les traits qui nuisent</translation>
    </message>
    <message>
        <source>Find the short stroke that the first guess hangs on</source>
        <translation>Trouver le trait court auquel tient la première idée</translation>
    </message>
    <message>
        <source>What the guess hangs on</source>
        <translation>À quoi tient l&apos;idée</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Fiabilité</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Montrer</translation>
    </message>
    <message>
        <source>&amp;Estimate by</source>
        <translation>&amp;Estimer par</translation>
    </message>
    <message>
        <source>Experience with drawings</source>
        <translation>Expérience des dessins</translation>
    </message>
    <message>
        <source>Leaving out several</source>
        <translation>En retirer plusieurs</translation>
    </message>
    <message>
        <source>Leaving out one by one</source>
        <translation>Les retirer un par un</translation>
    </message>
    <message>
        <source>Dashed parts would go. Click one to bring it back, again to let it go; or use the arrow keys and the space bar.</source>
        <translation>Les parties en tirets s&apos;en iraient. Un clic en ramène une, un autre la laisse partir ; ou utilisez les flèches et la barre d&apos;espace.</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>Au hasard</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Encore</translation>
    </message>
    <message>
        <source>Clean My Sketch</source>
        <translation>Nettoyer mon esquisse</translation>
    </message>
    <message>
        <source>&lt;b&gt;Before&lt;/b&gt;: {words_before}</source>
        <translation>&lt;b&gt;Avant&lt;/b&gt; : {words_before}</translation>
    </message>
    <message>
        <source>&lt;b&gt;After&lt;/b&gt;: {words_after}</source>
        <translation>&lt;b&gt;Après&lt;/b&gt; : {words_after}</translation>
    </message>
    <message>
        <source>{gone} of {count} parts would go</source>
        <translation>{gone} parties sur {count} s&apos;en iraient</translation>
    </message>
    <message>
        <source>The sketch before</source>
        <translation>L&apos;esquisse avant</translation>
    </message>
    <message>
        <source>The sketch after</source>
        <translation>L&apos;esquisse après</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Jugé d&apos;après</translation>
    </message>
    <message>
        <source>How it is found out what does not belong</source>
        <translation>Comment on trouve ce qui n&apos;en fait pas partie</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Prudence</translation>
    </message>
    <message>
        <source>The larger, the less goes (Delta in the paper)</source>
        <translation>Plus c&apos;est grand, moins il en part (Delta dans l&apos;article)</translation>
    </message>
    <message>
        <source>Draw what goes, instead of by a threshold (Gumbel-softmax)</source>
        <translation>Tirer au sort ce qui part, au lieu d&apos;un seuil (Gumbel-softmax)</translation>
    </message>
    <message>
        <source>Draw anew</source>
        <translation>Tirer à nouveau</translation>
    </message>
    <message>
        <source>Leave the dashed parts out of the drawing</source>
        <translation>Laisser les parties en tirets hors du dessin</translation>
    </message>
    <message>
        <source>Leave the drawing as it is</source>
        <translation>Laisser le dessin comme il est</translation>
    </message>
    <message>
        <source>&amp;Judged by</source>
        <translation>&amp;Jugé d&apos;après</translation>
    </message>
    <message>
        <source>Ca&amp;ution</source>
        <translation>Pr&amp;udence</translation>
    </message>
    <message>
        <source>Every stroke helps: there is nothing to clean away.</source>
        <translation>Chaque trait aide : il n&apos;y a rien à nettoyer.</translation>
    </message>
    <message>
        <source>The drawing has changed, so the cleaned sketch was dropped.</source>
        <translation>Le dessin a changé, l&apos;esquisse nettoyée a donc été abandonnée.</translation>
    </message>
    <message>
        <source>Clean sketch</source>
        <translation>Nettoyer l&apos;esquisse</translation>
    </message>
    <message>
        <source>Clean sketch of {gone} parts</source>
        <translation>Nettoyer l&apos;esquisse de {gone} parties</translation>
    </message>
    <message>
        <source>similarity to {target_name} {shown}</source>
        <translation>ressemblance avec {target_name} {shown}</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Trouver une commande</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation>Aucune commande de ce nom.</translation>
    </message>
    <message>
        <source>Find Command</source>
        <translation>Trouver une commande</translation>
    </message>
    <message>
        <source>, not possible now</source>
        <translation>, impossible maintenant</translation>
    </message>
    <message>
        <source>Drawings (*.svg *{suffix})</source>
        <translation>Dessins (*.svg *{suffix})</translation>
    </message>
    <message>
        <source>SVG drawings</source>
        <translation>Dessins SVG</translation>
    </message>
    <message>
        <source>Strokewise documents</source>
        <translation>Documents Strokewise</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.png *.webp *.gif *.bmp)</source>
        <translation>Photos (*.jpg *.jpeg *.png *.webp *.gif *.bmp)</translation>
    </message>
    <message>
        <source>Open Drawing</source>
        <translation>Ouvrir un dessin</translation>
    </message>
    <message>
        <source>Open Photo</source>
        <translation>Ouvrir une photo</translation>
    </message>
    <message>
        <source>Add Pictures</source>
        <translation>Ajouter des images</translation>
    </message>
    <message>
        <source>Save Drawing</source>
        <translation>Enregistrer le dessin</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Px from the upper edge:</source>
        <translation>Px depuis le bord supérieur :</translation>
    </message>
    <message>
        <source>Px from the left edge:</source>
        <translation>Px depuis le bord gauche :</translation>
    </message>
    <message>
        <source>Place of the Guide</source>
        <translation>Place du guide</translation>
    </message>
    <message>
        <source>Add Folder of Photos</source>
        <translation>Ajouter un dossier de photos</translation>
    </message>
    <message>
        <source>Import Symbols</source>
        <translation>Importer des symboles</translation>
    </message>
    <message>
        <source>Export Symbols</source>
        <translation>Exporter des symboles</translation>
    </message>
    <message>
        <source>Unsaved Changes</source>
        <translation>Modifications non enregistrées</translation>
    </message>
    <message>
        <source>Save the changes to {name}?</source>
        <translation>Enregistrer les modifications de {name} ?</translation>
    </message>
    <message>
        <source>They are lost if you do not save them.</source>
        <translation>Elles seront perdues si vous ne les enregistrez pas.</translation>
    </message>
    <message>
        <source>Close {windowTitle}</source>
        <translation>Fermer {windowTitle}</translation>
    </message>
    <message>
        <source>No earlier save</source>
        <translation>Pas de version antérieure</translation>
    </message>
    <message>
        <source>Earlier Sa&amp;ves</source>
        <translation>&amp;Versions antérieures</translation>
    </message>
    <message>
        <source>1 day ago</source>
        <translation>il y a 1 jour</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>il y a {count} jours</translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation>il y a 1 heure</translation>
    </message>
    <message>
        <source>{count} hours ago</source>
        <translation>il y a {count} heures</translation>
    </message>
    <message>
        <source>1 minute ago</source>
        <translation>il y a 1 minute</translation>
    </message>
    <message>
        <source>{count} minutes ago</source>
        <translation>il y a {count} minutes</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l&apos;instant</translation>
    </message>
    <message>
        <source>Sketching the photo</source>
        <translation>Esquisse de la photo</translation>
    </message>
    <message>
        <source>Fewer and more strokes</source>
        <translation>Moins et plus de traits</translation>
    </message>
    <message>
        <source>Cleaning the sketch</source>
        <translation>Nettoyage de l&apos;esquisse</translation>
    </message>
    <message>
        <source>Showing the drawing as a photo</source>
        <translation>Le dessin devient une photo</translation>
    </message>
    <message>
        <source>Looking for the stroke it hangs on</source>
        <translation>Recherche du trait auquel ça tient</translation>
    </message>
    <message>
        <source>Fetching a model</source>
        <translation>Récupération d&apos;un modèle</translation>
    </message>
    <message>
        <source>Copying a model</source>
        <translation>Copie d&apos;un modèle</translation>
    </message>
    <message>
        <source>Checking the models</source>
        <translation>Vérification des modèles</translation>
    </message>
    <message>
        <source>Drawing it again</source>
        <translation>Redessin en cours</translation>
    </message>
    <message>
        <source>Drawing the blend</source>
        <translation>Dessin du mélange</translation>
    </message>
    <message>
        <source>Drawing the way from A to B</source>
        <translation>Dessin du chemin de A à B</translation>
    </message>
    <message>
        <source>Loading the engine…</source>
        <translation>Chargement du moteur…</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>{engine} on {device}</source>
        <translation>{engine} sur {device}</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Engine not available</source>
        <translation>Moteur indisponible</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>Image PNG</translation>
    </message>
    <message>
        <source>Pixels, for the web and for messages.</source>
        <translation>Des pixels, pour le web et les messages.</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>Document PDF</translation>
    </message>
    <message>
        <source>Vectors, for printing.</source>
        <translation>Des vecteurs, pour imprimer.</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>Dessin SVG</translation>
    </message>
    <message>
        <source>Vectors, for other drawing programs.</source>
        <translation>Des vecteurs, pour d&apos;autres programmes de dessin.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Échelle</translation>
    </message>
    <message>
        <source>&amp;Transparent background</source>
        <translation>Fond &amp;transparent</translation>
    </message>
    <message>
        <source>Include &amp;reference pictures</source>
        <translation>Inclure les &amp;références</translation>
    </message>
    <message>
        <source>&amp;Scale</source>
        <translation>&amp;Échelle</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} pixels</translation>
    </message>
    <message>
        <source>It looks like {guess}; no short stroke changes that.</source>
        <translation>Cela ressemble à {guess} ; aucun trait court n&apos;y change rien.</translation>
    </message>
    <message>
        <source>It looks like {guess}; leaving out a few points does not change that.</source>
        <translation>Cela ressemble à {guess} ; retirer quelques points n&apos;y change rien.</translation>
    </message>
    <message>
        <source>It looks like {guess}, and that hangs on these points.</source>
        <translation>Cela ressemble à {guess}, et cela tient à ces points.</translation>
    </message>
    <message>
        <source>It looks like {guess}, and that hangs on this stroke.</source>
        <translation>Cela ressemble à {guess}, et cela tient à ce trait.</translation>
    </message>
    <message>
        <source>It looks like {guess}, and that hangs on these.</source>
        <translation>Cela ressemble à {guess}, et cela tient à ceux-ci.</translation>
    </message>
    <message>
        <source>Without it: looks like {without}</source>
        <translation>Sans lui : ressemble à {without}</translation>
    </message>
    <message>
        <source>Without them: looks like {without}</source>
        <translation>Sans eux : ressemble à {without}</translation>
    </message>
    <message>
        <source>First guess</source>
        <translation>Première idée</translation>
    </message>
    <message>
        <source>Second guess</source>
        <translation>Deuxième idée</translation>
    </message>
    <message>
        <source>Third guess</source>
        <translation>Troisième idée</translation>
    </message>
    <message>
        <source>Probability of the first guess</source>
        <translation>Probabilité de la première idée</translation>
    </message>
    <message>
        <source>Probability of the second guess</source>
        <translation>Probabilité de la deuxième idée</translation>
    </message>
    <message>
        <source>Probability of the third guess</source>
        <translation>Probabilité de la troisième idée</translation>
    </message>
    <message>
        <source>Find in the help</source>
        <translation>Chercher dans l&apos;aide</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Strokewise Help</source>
        <translation>Aide de Strokewise</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Autres</translation>
    </message>
    <message>
        <source>The states of the drawing; Enter goes to one</source>
        <translation>Les états du dessin ; Entrée va à l&apos;un d&apos;eux</translation>
    </message>
    <message>
        <source>What you draw is listed here; a click goes back to it.</source>
        <translation>Ce que vous dessinez est listé ici ; un clic y revient.</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>, undone</source>
        <translation>, annulé</translation>
    </message>
    <message>
        <source>Jobs of the Engine</source>
        <translation>Tâches du moteur</translation>
    </message>
    <message>
        <source>Progress: {name}</source>
        <translation>Progression : {name}</translation>
    </message>
    <message>
        <source>Cancel: {name}</source>
        <translation>Arrêter : {name}</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Attend son tour</translation>
    </message>
    <message>
        <source>Scroll the layers</source>
        <translation>Faire défiler les calques</translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation>Ajouter un calque</translation>
    </message>
    <message>
        <source>Remove layer</source>
        <translation>Supprimer le calque</translation>
    </message>
    <message>
        <source>Merge layers</source>
        <translation>Fusionner les calques</translation>
    </message>
    <message>
        <source>Move layer</source>
        <translation>Déplacer le calque</translation>
    </message>
    <message>
        <source>Rename layer</source>
        <translation>Renommer le calque</translation>
    </message>
    <message>
        <source>Show layer</source>
        <translation>Afficher le calque</translation>
    </message>
    <message>
        <source>Hide layer</source>
        <translation>Masquer le calque</translation>
    </message>
    <message>
        <source>Lock layer</source>
        <translation>Verrouiller le calque</translation>
    </message>
    <message>
        <source>Unlock layer</source>
        <translation>Déverrouiller le calque</translation>
    </message>
    <message>
        <source>Layer opacity</source>
        <translation>Opacité du calque</translation>
    </message>
    <message>
        <source>Opacity of the layer</source>
        <translation>Opacité du calque</translation>
    </message>
    <message>
        <source>&amp;Opacity</source>
        <translation>&amp;Opacité</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Fermer le message</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Asking the shared collection</source>
        <translation>Question à la collection partagée</translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <translation>Question au dépôt</translation>
    </message>
    <message>
        <source>Encoding the photo</source>
        <translation>Encodage de la photo</translation>
    </message>
    <message>
        <source>Leaving strokes out</source>
        <translation>Retrait de traits</translation>
    </message>
    <message>
        <source>Loading the encoder</source>
        <translation>Chargement de l&apos;encodeur</translation>
    </message>
    <message>
        <source>Loading the engine</source>
        <translation>Chargement du moteur</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Examen</translation>
    </message>
    <message>
        <source>Looking at the strokes</source>
        <translation>Examen des traits</translation>
    </message>
    <message>
        <source>Sorting the photos</source>
        <translation>Classement des photos</translation>
    </message>
    <message>
        <source>Trying photos</source>
        <translation>Essai de photos</translation>
    </message>
    <message>
        <source>Trying without</source>
        <translation>Essai sans</translation>
    </message>
    <message>
        <source>Fetching {name}</source>
        <translation>Récupération de {name}</translation>
    </message>
    <message>
        <source>Looking at {name}</source>
        <translation>Examen de {name}</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Stopped; what has arrived is kept.</source>
        <translation>Arrêté ; ce qui est arrivé est conservé.</translation>
    </message>
    <message>
        <source>All files are as they were installed.</source>
        <translation>Tous les fichiers sont comme à l&apos;installation.</translation>
    </message>
    <message>
        <source>{name} is installed.</source>
        <translation>{name} est installé.</translation>
    </message>
    <message>
        <source>{answer} is removed.</source>
        <translation>{answer} est supprimé.</translation>
    </message>
    <message>
        <source>A model looks at drawings and photos and says how alike they are. The bundled one needs no network. Nothing is downloaded until you press Fetch and have seen size and licence.</source>
        <translation>Un modèle regarde dessins et photos et dit à quel point ils se ressemblent. Celui qui est fourni n&apos;a pas besoin de réseau. Rien n&apos;est téléchargé avant que vous n&apos;ayez cliqué Récupérer et vu taille et licence.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Speed here</source>
        <translation>Vitesse ici</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Bon pour</translation>
    </message>
    <message>
        <source>What is veiled stays out of the sketch. Paint over the photo; the right button does the opposite, and the keys [ and ] change the brush.</source>
        <translation>Ce qui est voilé reste hors de l&apos;esquisse. Peignez sur la photo ; le bouton droit fait l&apos;inverse, et les touches [ et ] changent le pinceau.</translation>
    </message>
    <message>
        <source>Nothing is left to sketch: paint over what you want.</source>
        <translation>Il ne reste rien à esquisser : peignez ce que vous voulez.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Paint what is to be sketched</source>
        <translation>Peindre ce qui doit être esquissé</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Paint what is to be left out</source>
        <translation>Peindre ce qui doit être laissé de côté</translation>
    </message>
    <message>
        <source>Use This</source>
        <translation>Utiliser ceci</translation>
    </message>
    <message>
        <source>What Is Sketched</source>
        <translation>Ce qui est esquissé</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>Taille du pinceau</translation>
    </message>
    <message>
        <source>Back to what was found</source>
        <translation>Revenir à ce qui a été trouvé</translation>
    </message>
    <message>
        <source>Sketch what is not veiled</source>
        <translation>Esquisser ce qui n&apos;est pas voilé</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinceau</translation>
    </message>
    <message>
        <source>Fetch…</source>
        <translation>Récupérer…</translation>
    </message>
    <message>
        <source>From File…</source>
        <translation>Depuis un fichier…</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Check Files</source>
        <translation>Vérifier les fichiers</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Download it?</source>
        <translation>Le télécharger ?</translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation>Poids (*.safetensors)</translation>
    </message>
    <message>
        <source>Weights of the Model</source>
        <translation>Poids du modèle</translation>
    </message>
    <message>
        <source>Ask the hub for size and licence of the selected model</source>
        <translation>Demander au dépôt la taille et la licence du modèle choisi</translation>
    </message>
    <message>
        <source>Take the selected model&apos;s weights from a safetensors file</source>
        <translation>Prendre les poids du modèle choisi dans un fichier safetensors</translation>
    </message>
    <message>
        <source>Look at drawings and photos with the selected model</source>
        <translation>Regarder dessins et photos avec le modèle choisi</translation>
    </message>
    <message>
        <source>Delete the selected model&apos;s file</source>
        <translation>Supprimer le fichier du modèle choisi</translation>
    </message>
    <message>
        <source>Hash all files again and compare</source>
        <translation>Recalculer l&apos;empreinte de tous les fichiers et comparer</translation>
    </message>
    <message>
        <source>Show this model in the table</source>
        <translation>Montrer ce modèle dans le tableau</translation>
    </message>
    <message>
        <source>Another model of open_clip</source>
        <translation>Un autre modèle d&apos;open_clip</translation>
    </message>
    <message>
        <source>Another model, MODEL/TAG</source>
        <translation>Autre modèle, MODÈLE/TAG</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>environ {size}</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>utilisé</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installé</translation>
    </message>
    <message>
        <source>not fetched</source>
        <translation>non récupéré</translation>
    </message>
    <message>
        <source>From: {origin}</source>
        <translation>De : {origin}</translation>
    </message>
    <message>
        <source>Back to {value_text}</source>
        <translation>Revenir à {value_text}</translation>
    </message>
    <message>
        <source>Reset {text}</source>
        <translation>Réinitialiser {text}</translation>
    </message>
    <message>
        <source>New Page</source>
        <translation>Nouvelle page</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Formats</translation>
    </message>
    <message>
        <source>{name}
{width_px:g} × {height_px:g} px</source>
        <translation>{name}
{width_px:g} × {height_px:g} px</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hauteur</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Largeur</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>&amp;Hauteur</translation>
    </message>
    <message>
        <source>Colour of the ink</source>
        <translation>Couleur de l&apos;encre</translation>
    </message>
    <message>
        <source>Width of the ink</source>
        <translation>Largeur de l&apos;encre</translation>
    </message>
    <message>
        <source>Opacity of the ink</source>
        <translation>Opacité de l&apos;encre</translation>
    </message>
    <message>
        <source>Reach of the eraser</source>
        <translation>Portée de la gomme</translation>
    </message>
    <message>
        <source>Stabiliser, taper and pressure of the ink</source>
        <translation>Stabilisateur, effilage et pression de l&apos;encre</translation>
    </message>
    <message>
        <source>Colour of the Ink</source>
        <translation>Couleur de l&apos;encre</translation>
    </message>
    <message>
        <source>Looking for photos</source>
        <translation>Recherche de photos</translation>
    </message>
    <message>
        <source>{photos} added.</source>
        <translation>{photos} : ajout fait.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>En pause.</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 photo</translation>
    </message>
    <message>
        <source>{count:,} photos</source>
        <translation>{count:,} photos</translation>
    </message>
    <message>
        <source>The pasted picture</source>
        <translation>L&apos;image collée</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Image collée</translation>
    </message>
    <message>
        <source>{name}
likeness {score:.2f} if you are drawing “{guess}”
{parent}</source>
        <translation>{name}
ressemblance {score:.2f} si vous dessinez « {guess} »
{parent}</translation>
    </message>
    <message>
        <source>{name}
likeness {score:.2f}
{parent}</source>
        <translation>{name}
ressemblance {score:.2f}
{parent}</translation>
    </message>
    <message>
        <source>{name}, likeness {score:.2f} if you are drawing “{guess}”</source>
        <translation>{name}, ressemblance {score:.2f} si vous dessinez « {guess} »</translation>
    </message>
    <message>
        <source>{name}, likeness {score:.2f}</source>
        <translation>{name}, ressemblance {score:.2f}</translation>
    </message>
    <message>
        <source>Photos like the drawing</source>
        <translation>Photos qui ressemblent au dessin</translation>
    </message>
    <message>
        <source>Scroll the photos</source>
        <translation>Faire défiler les photos</translation>
    </message>
    <message>
        <source>Scroll the photos sideways</source>
        <translation>Faire défiler les photos de côté</translation>
    </message>
    <message>
        <source>Choose a photo and draw: each stroke is shown where it lies on the photo.</source>
        <translation>Choisis une photo et dessine : chaque trait est montré là où il se trouve sur la photo.</translation>
    </message>
    <message>
        <source>Draw: each stroke is shown where it lies on the photo.</source>
        <translation>Dessine : chaque trait est montré là où il se trouve sur la photo.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Examen…</translation>
    </message>
    <message>
        <source>Find the photo of yours that fits best, and warp it to the drawing</source>
        <translation>Trouver parmi tes photos celle qui va le mieux et la déformer vers le dessin</translation>
    </message>
    <message>
        <source>Photo to the drawing</source>
        <translation>La photo vers le dessin</translation>
    </message>
    <message>
        <source>Drawing to the photo</source>
        <translation>Le dessin vers la photo</translation>
    </message>
    <message>
        <source>Choose a reference photo</source>
        <translation>Choisir une photo de référence</translation>
    </message>
    <message>
        <source>Photo &amp;under the drawing</source>
        <translation>Photo &amp;sous le dessin</translation>
    </message>
    <message>
        <source>Flow as a &amp;grid</source>
        <translation>Flux en &amp;grille</translation>
    </message>
    <message>
        <source>Move the strokes to where they lie on the photo</source>
        <translation>Déplacer les traits là où ils se trouvent sur la photo</translation>
    </message>
    <message>
        <source>Show It as a Photo</source>
        <translation>Montrer en photo</translation>
    </message>
    <message>
        <source>Use as Reference</source>
        <translation>Prendre comme référence</translation>
    </message>
    <message>
        <source>Make it the reference photo</source>
        <translation>En faire la photo de référence</translation>
    </message>
    <message>
        <source>Put the picture away</source>
        <translation>Ranger l&apos;image</translation>
    </message>
    <message>
        <source>Sure of {share} of the lines.</source>
        <translation>Sûr pour {share} des lignes.</translation>
    </message>
    <message>
        <source>State of the match</source>
        <translation>État de la correspondance</translation>
    </message>
    <message>
        <source>Lay the photo under the drawing and compare place by place; without it only shapes are compared, wherever you draw</source>
        <translation>Poser la photo sous le dessin et comparer endroit par endroit ; sinon seules les formes comptent, où que tu dessines</translation>
    </message>
    <message>
        <source>Show an even grid on the drawing, and how it lies on the photo</source>
        <translation>Montrer une grille régulière sur le dessin et comment elle se pose sur la photo</translation>
    </message>
    <message>
        <source>What is warped</source>
        <translation>Ce qui est déformé</translation>
    </message>
    <message>
        <source>Warp the photo to the drawing, or the drawing to the photo</source>
        <translation>Déformer la photo vers le dessin, ou le dessin vers la photo</translation>
    </message>
    <message>
        <source>How far it is warped</source>
        <translation>Jusqu&apos;où déformer</translation>
    </message>
    <message>
        <source>How far it is warped; nothing is changed until you pull</source>
        <translation>Jusqu&apos;où déformer ; rien ne change tant que tu ne tires pas</translation>
    </message>
    <message>
        <source>The drawing as a photo</source>
        <translation>Le dessin en photo</translation>
    </message>
    <message>
        <source>Pull Drawing to Photo</source>
        <translation>Tirer le dessin vers la photo</translation>
    </message>
    <message>
        <source>Pull Stroke to Photo</source>
        <translation>Tirer le trait vers la photo</translation>
    </message>
    <message>
        <source>Pull {number} Strokes to Photo</source>
        <translation>Tirer {number} traits vers la photo</translation>
    </message>
    <message>
        <source>More Like This</source>
        <translation>D&apos;autres comme elle</translation>
    </message>
    <message>
        <source>Why This Photo?</source>
        <translation>Pourquoi cette photo ?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Add a folder of photos, and those that look like your drawing appear here while you draw.</source>
        <translation>Ajoutez un dossier de photos : celles qui ressemblent à votre dessin apparaissent ici pendant que vous dessinez.</translation>
    </message>
    <message>
        <source>Draw something: photos that look like it appear here.</source>
        <translation>Dessinez quelque chose : les photos qui y ressemblent apparaissent ici.</translation>
    </message>
    <message>
        <source>No photo was found here.</source>
        <translation>Aucune photo n&apos;a été trouvée ici.</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Toutes les photos</translation>
    </message>
    <message>
        <source>Add Folder…</source>
        <translation>Ajouter un dossier…</translation>
    </message>
    <message>
        <source>Shared Collection…</source>
        <translation>Collection partagée…</translation>
    </message>
    <message>
        <source>Back to the Drawing</source>
        <translation>Retour au dessin</translation>
    </message>
    <message>
        <source>My strokes</source>
        <translation>Mes traits</translation>
    </message>
    <message>
        <source>Selected strokes</source>
        <translation>Traits sélectionnés</translation>
    </message>
    <message>
        <source>Subject…</source>
        <translation>Sujet…</translation>
    </message>
    <message>
        <source>See and correct what of the photo is sketched</source>
        <translation>Voir et corriger ce qui de la photo est esquissé</translation>
    </message>
    <message>
        <source>&amp;Whole scene</source>
        <translation>Scène &amp;entière</translation>
    </message>
    <message>
        <source>Sketch the background too</source>
        <translation>Esquisser aussi le fond</translation>
    </message>
    <message>
        <source>Another Stroke</source>
        <translation>Un autre trait</translation>
    </message>
    <message>
        <source>Make the chosen stroke anew; all others stay</source>
        <translation>Refaire le trait choisi ; les autres restent</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Let the strokes of the locked region change again</source>
        <translation>Laisser changer à nouveau les traits de la zone verrouillée</translation>
    </message>
    <message>
        <source>Drawn around</source>
        <translation>Dessinés autour</translation>
    </message>
    <message>
        <source>Strokes of your drawing that stay; the next sketch goes with them</source>
        <translation>Traits de votre dessin qui restent ; la prochaine esquisse s&apos;y accorde</translation>
    </message>
    <message>
        <source>Draw &amp;around</source>
        <translation>Dessiner &amp;autour</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>One stroke back</source>
        <translation>Un trait en arrière</translation>
    </message>
    <message>
        <source>The next stroke, then rest</source>
        <translation>Le trait suivant, puis pause</translation>
    </message>
    <message>
        <source>Show the whole sketch again</source>
        <translation>Montrer à nouveau toute l&apos;esquisse</translation>
    </message>
    <message>
        <source>Speed of the pen</source>
        <translation>Vitesse de la plume</translation>
    </message>
    <message>
        <source>How fast the pen goes</source>
        <translation>À quelle vitesse va la plume</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play: watch it being drawn, or draw along</source>
        <translation>Lire : regarder le dessin se faire, ou dessiner avec</translation>
    </message>
    <message>
        <source>&amp;Hand-drawn</source>
        <translation>&amp;À main levée</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>{rstrip}; {count} could not be read.</source>
        <translation>{rstrip} ; {count} n&apos;ont pas pu être lues.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>et {count} de plus</translation>
    </message>
    <message>
        <source>Look for Changes</source>
        <translation>Chercher les changements</translation>
    </message>
    <message>
        <source>Forget {folder}</source>
        <translation>Oublier {folder}</translation>
    </message>
    <message>
        <source>Back to My Photos</source>
        <translation>Retour à mes photos</translation>
    </message>
    <message>
        <source>Choose a folder; its photos are indexed in the background</source>
        <translation>Choisissez un dossier ; ses photos sont indexées en arrière-plan</translation>
    </message>
    <message>
        <source>Search the photos that your studio shares</source>
        <translation>Chercher dans les photos que partage votre studio</translation>
    </message>
    <message>
        <source>Ask the shared collection once more</source>
        <translation>Interroger encore la collection partagée</translation>
    </message>
    <message>
        <source>Folders of photos</source>
        <translation>Dossiers de photos</translation>
    </message>
    <message>
        <source>Search in this folder only</source>
        <translation>Ne chercher que dans ce dossier</translation>
    </message>
    <message>
        <source>Folder to search in</source>
        <translation>Dossier où chercher</translation>
    </message>
    <message>
        <source>Scroll the folders</source>
        <translation>Faire défiler les dossiers</translation>
    </message>
    <message>
        <source>Narrow by words</source>
        <translation>Affiner par des mots</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Clear the words</source>
        <translation>Effacer les mots</translation>
    </message>
    <message>
        <source>Search by the drawing again</source>
        <translation>Chercher à nouveau d&apos;après le dessin</translation>
    </message>
    <message>
        <source>Progress of the indexing</source>
        <translation>Progression de l&apos;indexation</translation>
    </message>
    <message>
        <source>What is indexed stays, and can be searched meanwhile</source>
        <translation>Ce qui est indexé reste, et peut déjà être cherché</translation>
    </message>
    <message>
        <source>Reference picture</source>
        <translation>Image de référence</translation>
    </message>
    <message>
        <source>Wheel: zoom; drag: move; double click: the whole picture</source>
        <translation>Molette : zoom ; glisser : déplacer ; double clic : l&apos;image entière</translation>
    </message>
    <message>
        <source>No setting is called so.</source>
        <translation>Aucun réglage de ce nom.</translation>
    </message>
    <message>
        <source>Reset All</source>
        <translation>Tout réinitialiser</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Undo Reset</source>
        <translation>Annuler la réinitialisation</translation>
    </message>
    <message>
        <source>Bring back what was set before</source>
        <translation>Retrouver les réglages d&apos;avant</translation>
    </message>
    <message>
        <source>All settings and shortcuts as they were at the start</source>
        <translation>Tous les réglages et raccourcis comme au début</translation>
    </message>
    <message>
        <source>Search settings and shortcuts</source>
        <translation>Chercher réglages et raccourcis</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>Pressure curve</source>
        <translation>Courbe de pression</translation>
    </message>
    <message>
        <source>How the ink responds to pressure. Drag the points; click for a new one, double-click one to remove it.</source>
        <translation>Comment l&apos;encre répond à la pression. Glissez les points ; un clic en ajoute un, un double clic en retire un.</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Ouvrir un fichier &amp;récent</translation>
    </message>
    <message>
        <source>{path} is no longer there</source>
        <translation>{path} n&apos;est plus là</translation>
    </message>
    <message>
        <source>No drawing yet</source>
        <translation>Pas encore de dessin</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>&amp;Vider la liste</translation>
    </message>
    <message>
        <source>Strokewise ended before the changes to {name} were saved.</source>
        <translation>Strokewise s&apos;est terminé avant que les modifications de {name} soient enregistrées.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Pictures to draw from: open or drop any number here. They are only to look at.</source>
        <translation>Des images d&apos;après lesquelles dessiner : ouvrez-en ou déposez-en autant que vous voulez. Elles ne sont là que pour être regardées.</translation>
    </message>
    <message>
        <source>Here only</source>
        <translation>Ici seulement</translation>
    </message>
    <message>
        <source>Under the drawing</source>
        <translation>Sous le dessin</translation>
    </message>
    <message>
        <source>On top of the drawing</source>
        <translation>Sur le dessin</translation>
    </message>
    <message>
        <source>Add Pictures…</source>
        <translation>Ajouter des images…</translation>
    </message>
    <message>
        <source>Show it at {percent} %; again: as before</source>
        <translation>La montrer à {percent} % ; encore : comme avant</translation>
    </message>
    <message>
        <source>Keep it where it is on the page</source>
        <translation>La garder à sa place sur la page</translation>
    </message>
    <message>
        <source>Move it on the page: drag it, or its corners; Escape ends</source>
        <translation>La déplacer sur la page : glissez-la, ou ses coins ; Échap termine</translation>
    </message>
    <message>
        <source>Show a part only: drag a frame around it</source>
        <translation>N&apos;en montrer qu&apos;une partie : tracez un cadre autour</translation>
    </message>
    <message>
        <source>Show the whole picture again</source>
        <translation>Montrer à nouveau l&apos;image entière</translation>
    </message>
    <message>
        <source>Hide all pictures on the page</source>
        <translation>Masquer toutes les images de la page</translation>
    </message>
    <message>
        <source>Remove this picture</source>
        <translation>Retirer cette image</translation>
    </message>
    <message>
        <source>Use for the Models</source>
        <translation>Utiliser pour les modèles</translation>
    </message>
    <message>
        <source>Opacity on the page: {value:.0f} %</source>
        <translation>Opacité sur la page : {value:.0f} %</translation>
    </message>
    <message>
        <source>The Models Look at It</source>
        <translation>Les modèles la regardent</translation>
    </message>
    <message>
        <source>{name} (the models look at it)</source>
        <translation>{name} (les modèles la regardent)</translation>
    </message>
    <message>
        <source>Choose pictures to draw from</source>
        <translation>Choisir des images d&apos;après lesquelles dessiner</translation>
    </message>
    <message>
        <source>Reference pictures</source>
        <translation>Images de référence</translation>
    </message>
    <message>
        <source>Where the picture is seen</source>
        <translation>Où l&apos;image se voit</translation>
    </message>
    <message>
        <source>Opacity on the page</source>
        <translation>Opacité sur la page</translation>
    </message>
    <message>
        <source>Let Abstract, Assist and Match look at this picture</source>
        <translation>Laisser Abstraction, Assistance et Correspondance regarder cette image</translation>
    </message>
    <message>
        <source>&amp;Seen</source>
        <translation>&amp;Vue</translation>
    </message>
    <message>
        <source>People draw first what matters most. The more the order of your strokes agrees with how much they matter to the model (+1 at most), the likelier is its view of the sketch to be right.</source>
        <translation>On dessine d&apos;abord ce qui compte le plus. Plus l&apos;ordre de vos traits s&apos;accorde avec leur importance pour le modèle (+1 au plus), plus il a de chances de bien voir l&apos;esquisse.</translation>
    </message>
    <message>
        <source>It agrees with your drawing order ({signed}): likely reliable.</source>
        <translation>Il s&apos;accorde avec l&apos;ordre de votre dessin ({signed}) : sans doute fiable.</translation>
    </message>
    <message>
        <source>It agrees with your drawing order in part ({signed}).</source>
        <translation>Il s&apos;accorde en partie avec l&apos;ordre de votre dessin ({signed}).</translation>
    </message>
    <message>
        <source>It disagrees with your drawing order ({signed}): do not rely on it.</source>
        <translation>Il contredit l&apos;ordre de votre dessin ({signed}) : ne vous y fiez pas.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Attribuer</translation>
    </message>
    <message>
        <source>No Keys</source>
        <translation>Sans touches</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Select a command to change its keys.</source>
        <translation>Choisissez une commande pour changer ses touches.</translation>
    </message>
    <message>
        <source>Escape drops a stroke and Space moves the page; they stay so.</source>
        <translation>Échap abandonne un trait et Espace déplace la page ; cela reste ainsi.</translation>
    </message>
    <message>
        <source>{toString} belongs to {names}, which loses it.</source>
        <translation>{toString} appartient à {names}, qui le perdrait.</translation>
    </message>
    <message>
        <source>Take Over</source>
        <translation>Prendre</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Keys of the selected command</source>
        <translation>Touches de la commande choisie</translation>
    </message>
    <message>
        <source>Click here and press the keys</source>
        <translation>Cliquez ici et appuyez sur les touches</translation>
    </message>
    <message>
        <source>Give the selected command these keys</source>
        <translation>Donner ces touches à la commande choisie</translation>
    </message>
    <message>
        <source>The selected command has no keys</source>
        <translation>La commande choisie n&apos;a pas de touches</translation>
    </message>
    <message>
        <source>Back to the keys of the preset</source>
        <translation>Revenir aux touches du modèle de clavier</translation>
    </message>
    <message>
        <source>State of the shortcut</source>
        <translation>État du raccourci</translation>
    </message>
    <message>
        <source>What the engine is doing</source>
        <translation>Ce que fait le moteur</translation>
    </message>
    <message>
        <source>Jobs of the engine</source>
        <translation>Tâches du moteur</translation>
    </message>
    <message>
        <source>Progress of the engine</source>
        <translation>Progression du moteur</translation>
    </message>
    <message>
        <source>Cancel the engine&apos;s job</source>
        <translation>Arrêter la tâche du moteur</translation>
    </message>
    <message>
        <source>Encoder and device of the engine</source>
        <translation>Encodeur et appareil du moteur</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>{name} and {others} more</source>
        <translation>{name} et {others} de plus</translation>
    </message>
    <message>
        <source>{verb}, at a first look</source>
        <translation>{verb}, à première vue</translation>
    </message>
    <message>
        <source>{verb} here; the whole stroke {whole}</source>
        <translation>{verb} ici ; le trait entier {whole}</translation>
    </message>
    <message>
        <source>hardly matters</source>
        <translation>ne compte guère</translation>
    </message>
    <message>
        <source>helps</source>
        <translation>aide</translation>
    </message>
    <message>
        <source>hurts</source>
        <translation>nuit</translation>
    </message>
    <message>
        <source>What it looks like</source>
        <translation>Ce à quoi cela ressemble</translation>
    </message>
    <message>
        <source>A category</source>
        <translation>Une catégorie</translation>
    </message>
    <message>
        <source>The reference photo</source>
        <translation>La photo de référence</translation>
    </message>
    <message>
        <source>A text</source>
        <translation>Un texte</translation>
    </message>
    <message>
        <source>Scored by</source>
        <translation>Noté d&apos;après</translation>
    </message>
    <message>
        <source>What strokes help or hurt</source>
        <translation>Ce que les traits aident ou desservent</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>The category to score strokes by</source>
        <translation>La catégorie d&apos;après laquelle noter les traits</translation>
    </message>
    <message>
        <source>Clear the category</source>
        <translation>Effacer la catégorie</translation>
    </message>
    <message>
        <source>A few words, as “a sleeping cat”</source>
        <translation>Quelques mots, comme « un chat qui dort »</translation>
    </message>
    <message>
        <source>The words to score strokes by</source>
        <translation>Les mots d&apos;après lesquels noter les traits</translation>
    </message>
    <message>
        <source>&amp;Scored by</source>
        <translation>&amp;Noté d&apos;après</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Police</translation>
    </message>
    <message>
        <source>Size of the letters</source>
        <translation>Taille des lettres</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Gras</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Italique</translation>
    </message>
    <message>
        <source>does not matter</source>
        <translation>sans effet</translation>
    </message>
    <message>
        <source>Legend of the tints</source>
        <translation>Légende des teintes</translation>
    </message>
    <message>
        <source>Orange strokes hurt, grey ones do not matter, blue ones help</source>
        <translation>Les traits orange nuisent, les gris ne comptent pas, les bleus aident</translation>
    </message>
    <message>
        <source>Write text</source>
        <translation>Écrire un texte</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Visite</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>{at} sur {count}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Dessiner</translation>
    </message>
    <message>
        <source>This page is yours: draw over the boat with mouse or pen. The wheel zooms, and the page moves while you hold the space bar.</source>
        <translation>Cette page est à vous : dessinez sur le bateau, à la souris ou au stylet. La molette zoome, et la page se déplace tant que vous maintenez la barre d&apos;espace.</translation>
    </message>
    <message>
        <source>Choose a tool</source>
        <translation>Choisir un outil</translation>
    </message>
    <message>
        <source>The pen{told}, the eraser{told2} and their width and colour are here. Rest the pointer on a button to see its keys.</source>
        <translation>La plume{told}, la gomme{told2}, leur largeur et leur couleur sont ici. Laissez le pointeur sur un bouton pour voir ses touches.</translation>
    </message>
    <message>
        <source>Let a photo become a sketch</source>
        <translation>Faire d&apos;une photo une esquisse</translation>
    </message>
    <message>
        <source>Drop a photo on the window: it becomes a sketch of as few strokes as you choose. It stays a preview until you keep it.</source>
        <translation>Déposez une photo sur la fenêtre : elle devient une esquisse d&apos;aussi peu de traits que vous voulez. Elle reste un aperçu jusqu&apos;à ce que vous la gardiez.</translation>
    </message>
    <message>
        <source>Look and go back</source>
        <translation>Regarder et revenir</translation>
    </message>
    <message>
        <source>Pictures to draw from lie in References, beside the drawing or under it. History shows every state as a small picture; a click goes there.</source>
        <translation>Les images d&apos;après lesquelles dessiner sont dans Références, à côté du dessin ou dessous. L&apos;historique montre chaque état en petit ; un clic y va.</translation>
    </message>
    <message>
        <source>Find everything</source>
        <translation>Tout trouver</translation>
    </message>
    <message>
        <source>A few letters find any command{told}; the docks come and go with one key{told2}; help is always there{told3}. What the engine does is said down here.</source>
        <translation>Quelques lettres trouvent toute commande{told} ; les panneaux vont et viennent d&apos;une touche{told2} ; l&apos;aide est toujours là{told3}. Ce que fait le moteur se lit ici en bas.</translation>
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
        <translation>Il n&apos;y a pas d&apos;image dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Keep Mine</source>
        <translation>Garder le mien</translation>
    </message>
    <message>
        <source>Another program changed {name}.</source>
        <translation>Un autre programme a modifié {name}.</translation>
    </message>
    <message>
        <source>Bring It Back</source>
        <translation>Le ramener</translation>
    </message>
    <message>
        <source>The symbol {name} is forgotten.</source>
        <translation>Le symbole {name} est oublié.</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Raise to top</source>
        <translation>Mettre tout en haut</translation>
    </message>
    <message>
        <source>Lower to bottom</source>
        <translation>Mettre tout en bas</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Couper</translation>
    </message>
    <message>
        <source>Paste stroke</source>
        <translation>Coller un trait</translation>
    </message>
    <message>
        <source>Paste {number} strokes</source>
        <translation>Coller {number} traits</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Restyle</source>
        <translation>Changer le style</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grouper</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>Dégrouper</translation>
    </message>
    <message>
        <source>Move to layer</source>
        <translation>Déplacer vers le calque</translation>
    </message>
    <message>
        <source>{verb} stroke</source>
        <translation>{verb} : un trait</translation>
    </message>
    <message>
        <source>{verb} {number} strokes</source>
        <translation>{verb} : {number} traits</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>Ouverture de {name}…</translation>
    </message>
    <message>
        <source>{name} is open, but without {losses}.</source>
        <translation>{name} est ouvert, mais sans {losses}.</translation>
    </message>
    <message>
        <source>Exported {name}.</source>
        <translation>{name} exporté.</translation>
    </message>
    <message>
        <source>{name} is gone from its folder; save it to keep it.</source>
        <translation>{name} a disparu de son dossier ; enregistrez-le pour le garder.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>Couleurs de la fenêtre</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>It is spoken from the next start on.</source>
        <translation>Elle est parlée à partir du prochain démarrage.</translation>
    </message>
    <message>
        <source>Icons of the tool bar</source>
        <translation>Icônes de la barre d&apos;outils</translation>
    </message>
    <message>
        <source>Docks at the</source>
        <translation>Panneaux</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>À droite</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>À gauche</translation>
    </message>
    <message>
        <source>Put them where the hand that draws does not come from, or where the other one reaches them.</source>
        <translation>Mettez-les là d&apos;où la main qui dessine ne vient pas, ou à portée de l&apos;autre.</translation>
    </message>
    <message>
        <source>Reach of the erasers</source>
        <translation>Portée des gommes</translation>
    </message>
    <message>
        <source>Recognise shapes when the pen is held still</source>
        <translation>Reconnaître les formes quand la pointe s&apos;immobilise</translation>
    </message>
    <message>
        <source>Half a second of rest at the end of a stroke makes a clean line, circle, ellipse, rectangle or polygon of it. Escape keeps the stroke as it was drawn.</source>
        <translation>Une demi-seconde de repos à la fin d&apos;un trait en fait une ligne, un cercle, une ellipse, un rectangle ou un polygone net. Échap garde le trait tel qu&apos;il a été dessiné.</translation>
    </message>
    <message>
        <source>Show a grid on the page</source>
        <translation>Montrer une grille sur la page</translation>
    </message>
    <message>
        <source>Spacing of the grid</source>
        <translation>Pas de la grille</translation>
    </message>
    <message>
        <source>Keep to the grid</source>
        <translation>Rester sur la grille</translation>
    </message>
    <message>
        <source>Mirror strokes left and right</source>
        <translation>Refléter les traits à gauche et à droite</translation>
    </message>
    <message>
        <source>Mirror strokes top and bottom</source>
        <translation>Refléter les traits en haut et en bas</translation>
    </message>
    <message>
        <source>A finger on the canvas</source>
        <translation>Un doigt sur la toile</translation>
    </message>
    <message>
        <source>Draws, until a pen is used</source>
        <translation>Dessine, jusqu&apos;à l&apos;usage d&apos;un stylet</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>Dessine</translation>
    </message>
    <message>
        <source>Moves the page</source>
        <translation>Déplace la page</translation>
    </message>
    <message>
        <source>Two fingers always move and zoom the page. While the pen is near, touches do not count.</source>
        <translation>Deux doigts déplacent et zooment toujours la page. Quand le stylet est proche, les contacts ne comptent pas.</translation>
    </message>
    <message>
        <source>Takes a colour</source>
        <translation>Prend une couleur</translation>
    </message>
    <message>
        <source>Erases</source>
        <translation>Gomme</translation>
    </message>
    <message>
        <source>Speed of the pen that plays a redrawing</source>
        <translation>Vitesse du stylo qui joue un redessin</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>Straight lines, shapes, and strokes that are moved, while the grid is shown.</source>
        <translation>Les lignes droites, les formes et les traits déplacés, tant que la grille est montrée.</translation>
    </message>
    <message>
        <source>Keep to the guides</source>
        <translation>Rester sur les guides</translation>
    </message>
    <message>
        <source>Ink, lines, shapes, and strokes that are moved, while the guides are shown.</source>
        <translation>L’encre, les lignes, les formes et les traits déplacés, tant que les guides sont montrés.</translation>
    </message>
    <message>
        <source>Upper button of the pen</source>
        <translation>Bouton supérieur du stylet</translation>
    </message>
    <message>
        <source>Lower button of the pen</source>
        <translation>Bouton inférieur du stylet</translation>
    </message>
    <message>
        <source>Strokes of a photo&apos;s sketch</source>
        <translation>Traits de l&apos;esquisse d&apos;une photo</translation>
    </message>
    <message>
        <source>Width of a sketch&apos;s strokes</source>
        <translation>Largeur des traits d&apos;une esquisse</translation>
    </message>
    <message>
        <source>Colour of a sketch&apos;s strokes</source>
        <translation>Couleur des traits d&apos;une esquisse</translation>
    </message>
    <message>
        <source>Strokes of a sketch look drawn by hand</source>
        <translation>Les traits d&apos;une esquisse semblent faits à la main</translation>
    </message>
    <message>
        <source>Thin at the ends and uneven between; where they lie stays the same.</source>
        <translation>Fins aux bouts et inégaux entre deux ; leur place reste la même.</translation>
    </message>
    <message>
        <source>Speed of the pen that plays a sketch</source>
        <translation>Vitesse de la plume qui rejoue une esquisse</translation>
    </message>
    <message>
        <source>Opacity of a new reference picture</source>
        <translation>Opacité d&apos;une nouvelle référence</translation>
    </message>
    <message>
        <source>Hide reference pictures while drawing</source>
        <translation>Masquer les références en dessinant</translation>
    </message>
    <message>
        <source>Those on the page are away while the pen is down.</source>
        <translation>Celles de la page disparaissent tant que la pointe est posée.</translation>
    </message>
    <message>
        <source>Server of the shared photos that are searched</source>
        <translation>Serveur des photos partagées où chercher</translation>
    </message>
    <message>
        <source>Their collection on that server</source>
        <translation>Leur collection sur ce serveur</translation>
    </message>
    <message>
        <source>Shortcuts as in</source>
        <translation>Raccourcis comme dans</translation>
    </message>
    <message>
        <source>Shortcuts that the user changed, COMMAND=KEYS</source>
        <translation>Raccourcis changés par l&apos;utilisateur, COMMANDE=TOUCHES</translation>
    </message>
    <message>
        <source>Commands last chosen in the command palette</source>
        <translation>Commandes choisies en dernier</translation>
    </message>
    <message>
        <source>Strength of tints</source>
        <translation>Force des teintes</translation>
    </message>
    <message>
        <source>What strokes are scored by</source>
        <translation>D&apos;après quoi les traits sont notés</translation>
    </message>
    <message>
        <source>The category strokes are scored by</source>
        <translation>La catégorie d&apos;après laquelle les traits sont notés</translation>
    </message>
    <message>
        <source>The words strokes are scored by</source>
        <translation>Les mots d&apos;après lesquels les traits sont notés</translation>
    </message>
    <message>
        <source>What is warped to the other</source>
        <translation>Ce qui est déformé vers l&apos;autre</translation>
    </message>
    <message>
        <source>Show how the drawing lies on the photo as a grid</source>
        <translation>Montrer par une grille comment le dessin se pose sur la photo</translation>
    </message>
    <message>
        <source>Variants of a redrawing</source>
        <translation>Variantes d&apos;un redessin</translation>
    </message>
    <message>
        <source>How freely the model draws</source>
        <translation>À quel point le modèle dessine librement</translation>
    </message>
    <message>
        <source>Show how the drawing may go on</source>
        <translation>Montrer comment le dessin peut continuer</translation>
    </message>
    <message>
        <source>Recognise symbols as they are drawn</source>
        <translation>Reconnaître les symboles pendant le dessin</translation>
    </message>
    <message>
        <source>Put a recognised symbol in the place of what was drawn</source>
        <translation>Mettre le symbole reconnu à la place du dessin</translation>
    </message>
    <message>
        <source>Where files were last opened or saved</source>
        <translation>Où des fichiers ont été ouverts ou enregistrés en dernier</translation>
    </message>
    <message>
        <source>Drawings opened or saved last, newest first</source>
        <translation>Dessins ouverts ou enregistrés, les plus récents d&apos;abord</translation>
    </message>
    <message>
        <source>Files in Open Recent</source>
        <translation>Fichiers récents listés</translation>
    </message>
    <message>
        <source>Keep reference pictures inside .strokewise files</source>
        <translation>Garder les références dans les fichiers .strokewise</translation>
    </message>
    <message>
        <source>If not, a file only remembers where on this computer they are.</source>
        <translation>Sinon, un fichier retient seulement où elles sont sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The tour was offered at the first start</source>
        <translation>La visite a été proposée au premier démarrage</translation>
    </message>
    <message>
        <source>Place of the window, base64</source>
        <translation>Place de la fenêtre, base64</translation>
    </message>
    <message>
        <source>Tool bars and docks, base64</source>
        <translation>Barres et panneaux, base64</translation>
    </message>
    <message>
        <source>The settings cannot be saved: {reason}.</source>
        <translation>Impossible d&apos;enregistrer les réglages : {reason}.</translation>
    </message>
    <message>
        <source>There is no closed outline around this place.</source>
        <translation>Il n&apos;y a pas de contour fermé autour de cet endroit.</translation>
    </message>
    <message>
        <source>Fill outline</source>
        <translation>Remplir le contour</translation>
    </message>
    <message>
        <source>Draw line</source>
        <translation>Tracer une ligne</translation>
    </message>
    <message>
        <source>Move stroke</source>
        <translation>Déplacer un trait</translation>
    </message>
    <message>
        <source>Move {number} strokes</source>
        <translation>Déplacer {number} traits</translation>
    </message>
    <message>
        <source>Erase part of stroke</source>
        <translation>Gommer une partie d&apos;un trait</translation>
    </message>
    <message>
        <source>Erase parts of {count} strokes</source>
        <translation>Gommer des parties de {count} traits</translation>
    </message>
    <message>
        <source>Draw circle</source>
        <translation>Tracer un cercle</translation>
    </message>
    <message>
        <source>Draw ellipse</source>
        <translation>Tracer une ellipse</translation>
    </message>
    <message>
        <source>Draw rectangle</source>
        <translation>Tracer un rectangle</translation>
    </message>
    <message>
        <source>Draw polygon</source>
        <translation>Tracer un polygone</translation>
    </message>
    <message>
        <source>Draw stroke</source>
        <translation>Dessiner un trait</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>Transformer</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Tourner</translation>
    </message>
    <message>
        <source>Erase stroke</source>
        <translation>Gommer un trait</translation>
    </message>
    <message>
        <source>Erase {count} strokes</source>
        <translation>Gommer {count} traits</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>Pré&amp;férences…</translation>
    </message>
    <message>
        <source>Show &amp;Docks</source>
        <translation>Montrer les &amp;panneaux</translation>
    </message>
    <message>
        <source>Show the docks, or hide them all</source>
        <translation>Montrer les panneaux, ou les masquer tous</translation>
    </message>
    <message>
        <source>&amp;Canvas Only</source>
        <translation>&amp;Toile seule</translation>
    </message>
    <message>
        <source>Hide everything but the canvas</source>
        <translation>Tout masquer sauf la toile</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>Plein é&amp;cran</translation>
    </message>
    <message>
        <source>&amp;Next Part of the Window</source>
        <translation>Partie &amp;suivante de la fenêtre</translation>
    </message>
    <message>
        <source>Go on to the next part: canvas, tool bar, docks, status bar</source>
        <translation>Aller à la partie suivante : toile, outils, panneaux, barre d&apos;état</translation>
    </message>
    <message>
        <source>&amp;Previous Part of the Window</source>
        <translation>Partie p&amp;récédente de la fenêtre</translation>
    </message>
    <message>
        <source>Go back to the previous part of the window</source>
        <translation>Revenir à la partie précédente de la fenêtre</translation>
    </message>
    <message>
        <source>Add &amp;Reference Pictures…</source>
        <translation>Ajouter des &amp;références…</translation>
    </message>
    <message>
        <source>Add pictures to draw from</source>
        <translation>Ajouter des images d&apos;après lesquelles dessiner</translation>
    </message>
    <message>
        <source>Show Reference &amp;Pictures</source>
        <translation>&amp;Montrer les références</translation>
    </message>
    <message>
        <source>Show the reference pictures on the page</source>
        <translation>Montrer les références sur la page</translation>
    </message>
    <message>
        <source>Reference at &amp;{percent} %</source>
        <translation>Référence à &amp;{percent} %</translation>
    </message>
    <message>
        <source>Show the selected reference picture at {percent} %; again: as before</source>
        <translation>Montrer la référence choisie à {percent} % ; encore : comme avant</translation>
    </message>
    <message>
        <source>&amp;Find Command…</source>
        <translation>&amp;Trouver une commande…</translation>
    </message>
    <message>
        <source>Find a command by a few letters of its name</source>
        <translation>Trouver une commande par quelques lettres de son nom</translation>
    </message>
    <message>
        <source>Strokewise &amp;Help</source>
        <translation>&amp;Aide de Strokewise</translation>
    </message>
    <message>
        <source>&amp;Tour of the Window</source>
        <translation>&amp;Visite de la fenêtre</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sûr</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>douteux</translation>
    </message>
    <message>
        <source>Legend of the lines on the photo</source>
        <translation>Légende des lignes sur la photo</translation>
    </message>
    <message>
        <source>Blue lines are sure matches, grey ones are doubtful</source>
        <translation>Les lignes bleues sont sûres, les grises douteuses</translation>
    </message>
    <message>
        <source>Reference photo with the drawing&apos;s lines</source>
        <translation>Photo de référence avec les lignes du dessin</translation>
    </message>
    <message>
        <source>Pull stroke to photo</source>
        <translation>Tirer un trait vers la photo</translation>
    </message>
    <message>
        <source>Pull {number} strokes to photo</source>
        <translation>Tirer {number} traits vers la photo</translation>
    </message>
    <message>
        <source>Draw something first: then a photo can be found for it.</source>
        <translation>Dessine d&apos;abord quelque chose : une photo pourra alors être trouvée.</translation>
    </message>
    <message>
        <source>Add photos of your own in the Photos dock first.</source>
        <translation>Ajoute d&apos;abord tes propres photos dans Photos.</translation>
    </message>
    <message>
        <source>Fill A and B, and the slider goes from one to the other; with C, the model draws A − B + C.</source>
        <translation>Remplissez A et B, et le curseur va de l&apos;un à l&apos;autre ; avec C, le modèle dessine A − B + C.</translation>
    </message>
    <message>
        <source>Fill {place}</source>
        <translation>Remplir {place}</translation>
    </message>
    <message>
        <source>Draw {sum}</source>
        <translation>Dessiner {sum}</translation>
    </message>
    <message>
        <source>Selected Strokes</source>
        <translation>Traits sélectionnés</translation>
    </message>
    <message>
        <source>Whole Drawing</source>
        <translation>Dessin entier</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Symboles</translation>
    </message>
    <message>
        <source>Empty It</source>
        <translation>Vider</translation>
    </message>
    <message>
        <source>On the way from A to B…</source>
        <translation>Sur le chemin de A à B…</translation>
    </message>
    <message>
        <source>Have the model draw the sum; each time otherwise</source>
        <translation>Faire dessiner la somme au modèle ; chaque fois autrement</translation>
    </message>
    <message>
        <source>From A to B</source>
        <translation>De A à B</translation>
    </message>
    <message>
        <source>State of the blend</source>
        <translation>État du mélange</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Mélange</translation>
    </message>
    <message>
        <source>Nothing came of this sum; try again, or other drawings.</source>
        <translation>Cette somme n&apos;a rien donné ; réessayez, ou avec d&apos;autres dessins.</translation>
    </message>
    <message>
        <source>&amp;Show how it may go on</source>
        <translation>&amp;Montrer la suite possible</translation>
    </message>
    <message>
        <source>Take It</source>
        <translation>Le prendre</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Un autre</translation>
    </message>
    <message>
        <source>A faint proposal on the page after each stroke</source>
        <translation>Une proposition pâle sur la page après chaque trait</translation>
    </message>
    <message>
        <source>Draw the proposed strokes</source>
        <translation>Dessiner les traits proposés</translation>
    </message>
    <message>
        <source>Show another way to go on</source>
        <translation>Montrer une autre suite</translation>
    </message>
    <message>
        <source>State of the proposal</source>
        <translation>État de la proposition</translation>
    </message>
    <message>
        <source>Drawing on drops the proposal.</source>
        <translation>Continuer à dessiner abandonne la proposition.</translation>
    </message>
    <message>
        <source>{take} takes the proposal, {other} shows another; drawing on drops it.</source>
        <translation>{take} prend la proposition, {other} en montre une autre ; continuer à dessiner l&apos;abandonne.</translation>
    </message>
    <message>
        <source>Proposal {place} of {count}.</source>
        <translation>Proposition {place} sur {count}.</translation>
    </message>
    <message>
        <source>It looks complete.</source>
        <translation>Cela semble complet.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>What of the photo is sketched</source>
        <translation>Ce qui de la photo est esquissé</translation>
    </message>
    <message>
        <source>Whole drawing</source>
        <translation>Dessin entier</translation>
    </message>
    <message>
        <source>Reference photo</source>
        <translation>Photo de référence</translation>
    </message>
    <message>
        <source>Choose a Part</source>
        <translation>Choisir une partie</translation>
    </message>
    <message>
        <source>All of It</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Variantes</translation>
    </message>
    <message>
        <source>Variant {place}</source>
        <translation>Variante {place}</translation>
    </message>
    <message>
        <source>What is drawn again</source>
        <translation>Ce qui est redessiné</translation>
    </message>
    <message>
        <source>Part of the photo</source>
        <translation>Partie de la photo</translation>
    </message>
    <message>
        <source>Drag a rectangle on the photo: only that is drawn</source>
        <translation>Tracez un rectangle sur la photo : lui seul est dessiné</translation>
    </message>
    <message>
        <source>Draw the whole photo</source>
        <translation>Dessiner toute la photo</translation>
    </message>
    <message>
        <source>Number of variants</source>
        <translation>Nombre de variantes</translation>
    </message>
    <message>
        <source>How many drawings to choose from</source>
        <translation>Parmi combien de dessins choisir</translation>
    </message>
    <message>
        <source>Freedom</source>
        <translation>Liberté</translation>
    </message>
    <message>
        <source>To the right the model draws more freely</source>
        <translation>Vers la droite, le modèle dessine plus librement</translation>
    </message>
    <message>
        <source>Have the model draw it, stroke by stroke</source>
        <translation>Le faire dessiner au modèle, trait par trait</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Draw it once more, but otherwise</source>
        <translation>Le dessiner encore, mais autrement</translation>
    </message>
    <message>
        <source>Progress of the redrawing</source>
        <translation>Progression du redessin</translation>
    </message>
    <message>
        <source>State of the redrawing</source>
        <translation>État du redessin</translation>
    </message>
    <message>
        <source>A click puts a variant on the page</source>
        <translation>Un clic met une variante sur la page</translation>
    </message>
    <message>
        <source>&amp;Variants</source>
        <translation>&amp;Variantes</translation>
    </message>
    <message>
        <source>Free&amp;dom</source>
        <translation>Li&amp;berté</translation>
    </message>
    <message>
        <source>Draw something or open a photo, and it is drawn again, stroke by stroke.</source>
        <translation>Dessinez quelque chose ou ouvrez une photo : c&apos;est redessiné, trait par trait.</translation>
    </message>
    <message>
        <source>Choose a photo to draw again</source>
        <translation>Choisir une photo à redessiner</translation>
    </message>
    <message>
        <source>What the model draws</source>
        <translation>Ce que le modèle dessine</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>How fast the pen draws</source>
        <translation>À quelle vitesse la plume dessine</translation>
    </message>
    <message>
        <source>Put these strokes in the place of the faded ones</source>
        <translation>Mettre ces traits à la place de ceux qui sont pâles</translation>
    </message>
    <message>
        <source>Away with the preview</source>
        <translation>Retirer l&apos;aperçu</translation>
    </message>
    <message>
        <source>Have the pen rest where it is</source>
        <translation>Laisser la plume où elle est</translation>
    </message>
    <message>
        <source>Watch the pen draw it, stroke by stroke</source>
        <translation>Regarder le stylo le dessiner, trait par trait</translation>
    </message>
    <message>
        <source>Draw the symbol first, or select its strokes.</source>
        <translation>Dessinez d&apos;abord le symbole, ou sélectionnez ses traits.</translation>
    </message>
    <message>
        <source>Symbol {name}</source>
        <translation>Symbole {name}</translation>
    </message>
    <message>
        <source>There is nothing to draw again: draw, or open a photo.</source>
        <translation>Il n&apos;y a rien à redessiner : dessinez, ou ouvrez une photo.</translation>
    </message>
    <message>
        <source>Done in {seconds:.1f} s.</source>
        <translation>Terminé en {seconds:.1f} s.</translation>
    </message>
    <message>
        <source>Nothing came of it this time; try Again.</source>
        <translation>Cela n&apos;a rien donné cette fois ; essayez « Encore ».</translation>
    </message>
    <message>
        <source>A collection of photos on your studio&apos;s Qdrant server, filled by &lt;code&gt;strokewise gallery share&lt;/code&gt;. Your drawing stays here: only the numbers that the encoder makes of it are sent there, and only while this collection is chosen.</source>
        <translation>Une collection de photos sur le serveur Qdrant de votre studio, remplie par &lt;code&gt;strokewise gallery share&lt;/code&gt;. Votre dessin reste ici : seuls les nombres que l&apos;encodeur en tire y sont envoyés, et seulement tant que cette collection est choisie.</translation>
    </message>
    <message>
        <source>Shared Collection</source>
        <translation>Collection partagée</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse du serveur</translation>
    </message>
    <message>
        <source>Name of the collection</source>
        <translation>Nom de la collection</translation>
    </message>
    <message>
        <source>Search There</source>
        <translation>Chercher là-bas</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Serveur</translation>
    </message>
    <message>
        <source>&amp;Collection</source>
        <translation>&amp;Collection</translation>
    </message>
    <message>
        <source>Asking for {name}…</source>
        <translation>Question à {name}…</translation>
    </message>
    <message>
        <source>The photo and its sketch</source>
        <translation>La photo et son esquisse</translation>
    </message>
    <message>
        <source>Click a stroke to choose it; drag over a region to lock it</source>
        <translation>Cliquez un trait pour le choisir ; tracez une zone pour la verrouiller</translation>
    </message>
    <message>
        <source>Looks like none of the symbols.</source>
        <translation>Ne ressemble à aucun des symboles.</translation>
    </message>
    <message>
        <source>Looks like: {name}, {probability}</source>
        <translation>Ressemble à : {name}, {probability}</translation>
    </message>
    <message>
        <source>Exported {count} symbols.</source>
        <translation>{count} symboles exportés.</translation>
    </message>
    <message>
        <source>Imported {count} symbols.</source>
        <translation>{count} symboles importés.</translation>
    </message>
    <message>
        <source>{name} is too large to hold symbols.</source>
        <translation>{name} est trop grand pour contenir des symboles.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>Impossible de lire {name} : {reason}.</translation>
    </message>
    <message>
        <source>{name} cannot be moved: {reason}.</source>
        <translation>Impossible de déplacer {name} : {reason}.</translation>
    </message>
    <message>
        <source>Draw a symbol, name it, and it is known again from then on.</source>
        <translation>Dessinez un symbole, nommez-le : dès lors, il est reconnu.</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Apprendre</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insérer</translation>
    </message>
    <message>
        <source>Make It Clean</source>
        <translation>Mettre au propre</translation>
    </message>
    <message>
        <source>&amp;Recognise symbols as I draw</source>
        <translation>&amp;Reconnaître les symboles pendant le dessin</translation>
    </message>
    <message>
        <source>Make them &amp;clean at once</source>
        <translation>Les mettre au propre &amp;aussitôt</translation>
    </message>
    <message>
        <source>Put the symbol&apos;s clean version in the place of what you drew</source>
        <translation>Mettre la version propre du symbole à la place de votre dessin</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Name of the symbol</source>
        <translation>Nom du symbole</translation>
    </message>
    <message>
        <source>The selected strokes, or what you drew last, are a symbol of this name</source>
        <translation>Les traits sélectionnés, ou ce que vous venez de dessiner, sont un symbole de ce nom</translation>
    </message>
    <message>
        <source>Double-click a name to change it</source>
        <translation>Double-cliquez un nom pour le changer</translation>
    </message>
    <message>
        <source>Draw the symbol&apos;s clean version on the page</source>
        <translation>Dessiner la version propre du symbole sur la page</translation>
    </message>
    <message>
        <source>Forget the symbol</source>
        <translation>Oublier le symbole</translation>
    </message>
    <message>
        <source>Rename, import, export</source>
        <translation>Renommer, importer, exporter</translation>
    </message>
    <message>
        <source>Say after each stroke which symbol it looks like</source>
        <translation>Dire après chaque trait à quel symbole il ressemble</translation>
    </message>
    <message>
        <source>A moment after the pen is up, the clean version takes the place of what you drew</source>
        <translation>Un instant après le lever de la plume, la version propre remplace votre dessin</translation>
    </message>
    <message>
        <source>Recognised symbol</source>
        <translation>Symbole reconnu</translation>
    </message>
    <message>
        <source>{name}, examples: {count}</source>
        <translation>{name}, exemples : {count}</translation>
    </message>
    <message>
        <source>Have the model draw it again: the selected strokes, the drawing or the photo</source>
        <translation>Faire redessiner au modèle : les traits sélectionnés, le dessin ou la photo</translation>
    </message>
    <message>
        <source>A&amp;gain</source>
        <translation>En&amp;core</translation>
    </message>
    <message>
        <source>&amp;Play or Pause</source>
        <translation>&amp;Lire ou mettre en pause</translation>
    </message>
    <message>
        <source>Watch the pen draw the preview, point by point</source>
        <translation>Regarder la plume dessiner l&apos;aperçu, point par point</translation>
    </message>
    <message>
        <source>&amp;Keep Redrawing</source>
        <translation>&amp;Garder le redessin</translation>
    </message>
    <message>
        <source>Add the strokes of the preview to the drawing</source>
        <translation>Ajouter les traits de l&apos;aperçu au dessin</translation>
    </message>
    <message>
        <source>R&amp;eplace by Redrawing</source>
        <translation>R&amp;emplacer par le redessin</translation>
    </message>
    <message>
        <source>Put the strokes of the preview in the place of those that were drawn again</source>
        <translation>Mettre les traits de l&apos;aperçu à la place de ceux qui ont été redessinés</translation>
    </message>
    <message>
        <source>&amp;Drop Redrawing</source>
        <translation>A&amp;bandonner le redessin</translation>
    </message>
    <message>
        <source>Show How It May Go &amp;On</source>
        <translation>Montrer la suite p&amp;ossible</translation>
    </message>
    <message>
        <source>&amp;Take the Proposal</source>
        <translation>&amp;Prendre la proposition</translation>
    </message>
    <message>
        <source>Show A&amp;nother Proposal</source>
        <translation>Mo&amp;ntrer une autre proposition</translation>
    </message>
    <message>
        <source>Recognise &amp;Symbols</source>
        <translation>Reconnaître les &amp;symboles</translation>
    </message>
    <message>
        <source>&amp;Make It a Clean Symbol</source>
        <translation>&amp;Mettre au propre en symbole</translation>
    </message>
    <message>
        <source>Put the symbol&apos;s clean version in the place of what was drawn</source>
        <translation>Mettre la version propre du symbole à la place du dessin</translation>
    </message>
    <message>
        <source>Make Symbols &amp;Clean at Once</source>
        <translation>Mettre les symboles au propre &amp;aussitôt</translation>
    </message>
    <message>
        <source>A symbol&apos;s clean version takes the place of what was drawn by itself</source>
        <translation>La version propre d&apos;un symbole remplace d&apos;elle-même le dessin</translation>
    </message>
    <message>
        <source>G&amp;uides</source>
        <translation>G&amp;uides</translation>
    </message>
    <message>
        <source>Show the guides</source>
        <translation>Montrer les guides</translation>
    </message>
    <message>
        <source>Keep &amp;to Guides</source>
        <translation>Res&amp;ter sur les guides</translation>
    </message>
    <message>
        <source>Add &amp;Level Guide</source>
        <translation>Ajouter un guide &amp;horizontal</translation>
    </message>
    <message>
        <source>Add a level guide; drag it with Select, double-click it for an exact place</source>
        <translation>Ajouter un guide horizontal ; tirez-le avec Sélection, double-cliquez pour une place exacte</translation>
    </message>
    <message>
        <source>Add Up&amp;right Guide</source>
        <translation>Ajouter un guide &amp;vertical</translation>
    </message>
    <message>
        <source>Add an upright guide; drag it with Select, double-click it for an exact place</source>
        <translation>Ajouter un guide vertical ; tirez-le avec Sélection, double-cliquez pour une place exacte</translation>
    </message>
    <message>
        <source>Remove &amp;All Guides</source>
        <translation>Retirer tous les &amp;guides</translation>
    </message>
    <message>
        <source>Add guide</source>
        <translation>Ajouter un guide</translation>
    </message>
    <message>
        <source>Move guide</source>
        <translation>Déplacer le guide</translation>
    </message>
    <message>
        <source>Remove all guides</source>
        <translation>Retirer tous les guides</translation>
    </message>
    <message>
        <source>Draw with mouse or pen. Everything else waits until you ask for it.</source>
        <translation>Dessinez à la souris ou au stylet. Tout le reste attend que vous le demandiez.</translation>
    </message>
    <message>
        <source>## Drawing</source>
        <translation>## Dessiner</translation>
    </message>
    <message>
        <source>Choose the **pen**, an **eraser** or another tool in the tool bar or by its key. A tablet&apos;s pressure sets the width; the eraser end of a pen erases whatever tool is chosen. **Escape** drops the stroke in progress.</source>
        <translation>Choisissez la **plume**, une **gomme** ou un autre outil dans la barre d’outils ou par sa touche. La pression d’une tablette donne la largeur ; le bout gomme d’un stylet efface quel que soit l’outil choisi. **Échap** abandonne le trait en cours.</translation>
    </message>
    <message>
        <source>![A house, a sun and a scribble, tinted; beside them what they look like](1_draw.png)</source>
        <translation>![Une maison, un soleil et un gribouillis, teintés ; à côté, ce à quoi ils ressemblent](1_draw.png)</translation>
    </message>
    <message>
        <source>Select strokes with **Select** or the **lasso**: drag them, scale and turn them by the frame&apos;s handles. A **group** is selected as a whole. **Fill** covers the inside of an outline, of one stroke or of several.</source>
        <translation>Sélectionnez des traits avec **Sélection** ou le **lasso** : tirez-les, agrandissez-les et tournez-les par les poignées du cadre. Un **groupe** est sélectionné d’un bloc. **Remplissage** couvre l’intérieur d’un contour, d’un trait ou de plusieurs.</translation>
    </message>
    <message>
        <source>**Guides**, added by the View menu, are lines to draw along: ink comes to lie on them. Drag them with **Select**, off the page to be rid of them; a double click asks for the exact place. They are part of no export.</source>
        <translation>Les **guides**, ajoutés par le menu Affichage, sont des lignes le long desquelles dessiner : l’encre vient s’y poser. Tirez-les avec **Sélection**, hors de la page pour vous en défaire ; un double clic demande la place exacte. Ils ne font partie d’aucun export.</translation>
    </message>
    <message>
        <source>The wheel zooms to the pointer. Hold the **space bar** to move the page.</source>
        <translation>La molette agrandit vers le pointeur. Maintenez la **barre d’espace** pour déplacer la page.</translation>
    </message>
    <message>
        <source>Undo goes back as far as you like. The **History** dock shows every state as a small picture; a click goes there, and nothing is lost until you draw something else.</source>
        <translation>L’annulation remonte aussi loin que vous voulez. Le panneau **Historique** montre chaque état en petite image ; un clic y va, et rien n’est perdu tant que vous ne dessinez pas autre chose.</translation>
    </message>
    <message>
        <source>![The sun is selected and was moved; the History dock lists what was done](2_select.png)</source>
        <translation>![Le soleil est sélectionné et a été déplacé ; l’historique montre ce qui a été fait](2_select.png)</translation>
    </message>
    <message>
        <source>## Pictures to draw from</source>
        <translation>## Des images d’après lesquelles dessiner</translation>
    </message>
    <message>
        <source>The **References** dock takes any number of pictures. A picture is seen in the dock, under the drawing or on top of it, at any opacity. Reference pictures are part of no export unless you tick them in the Export dialog. Strokewise files (`.strokewise`) keep them; SVG files do not.</source>
        <translation>Le panneau **Références** prend autant d’images que vous voulez. Une image se voit dans le panneau, sous le dessin ou par-dessus, à toute opacité. Les images de référence ne font partie d’aucun export, sauf si vous les cochez dans le dialogue d’export. Les fichiers Strokewise (`.strokewise`) les gardent ; les fichiers SVG non.</translation>
    </message>
    <message>
        <source>- *Move*: drag the picture, or a corner to scale it; arrow keys, plus and minus do the same. Escape ends.
- *Lock*: the picture stays where it is.
- *Crop*: drag a frame; the rest is kept and can be shown again.
- *Use for the Models*: Abstract, Assist and Match look at this picture.</source>
        <translation>- *Déplacer* : tirez l’image, ou un coin pour l’agrandir ; les flèches, plus et moins font de même. Échap termine.
- *Verrouiller* : l’image reste où elle est.
- *Recadrer* : tirez un cadre ; le reste est gardé et peut être montré de nouveau.
- *Utiliser pour les modèles* : Abstraction, Assistance et Correspondance regardent cette image.</translation>
    </message>
    <message>
        <source>## What the models do</source>
        <translation>## Ce que font les modèles</translation>
    </message>
    <message>
        <source>Nothing is sent anywhere: the models run on this machine. Their results are previews, or edits that you can undo. **Assist** says what the drawing looks like and tints strokes while you draw: blue helps, orange hurts, grey does not matter. *Clean My Sketch* shows the drawing without what hurts; *What It Hangs On* marks the short stroke that makes the guess. The status bar names the encoder and the device in use; a click on a job there lists all jobs, each with its own cancel.</source>
        <translation>Rien n’est envoyé nulle part : les modèles tournent sur cette machine. Leurs résultats sont des aperçus, ou des modifications que vous pouvez annuler. **Assistance** dit à quoi le dessin ressemble et teinte les traits pendant que vous dessinez : le bleu aide, l’orange nuit, le gris ne compte pas. *Nettoyer mon esquisse* montre le dessin sans ce qui nuit ; *À quoi ça tient* marque le trait court qui fait la supposition. La barre d’état nomme l’encodeur et l’appareil utilisés ; un clic sur une tâche les liste toutes, chacune avec son annulation.</translation>
    </message>
    <message>
        <source>![Before and after cleaning: the scribble is faint](3_clean.png)</source>
        <translation>![Avant et après le nettoyage : le gribouillis est pâle](3_clean.png)</translation>
    </message>
    <message>
        <source>## A photo as a sketch</source>
        <translation>## Une photo en esquisse</translation>
    </message>
    <message>
        <source>**Abstract** turns a photo into a sketch of as few strokes as you choose. The slider shows the nearest sketch that is ready at once, and refines it; *Fewest* chooses for you. What is veiled in the dock&apos;s picture stays out: *Subject…* corrects that with a brush, *Whole scene* lifts it.</source>
        <translation>**Abstraction** fait d’une photo une esquisse d’aussi peu de traits que vous choisissez. Le curseur montre aussitôt l’esquisse prête la plus proche, et l’affine ; *Le moins* choisit pour vous. Ce qui est voilé dans l’image du panneau reste dehors : *Sujet…* le corrige au pinceau, *Scène entière* le lève.</translation>
    </message>
    <message>
        <source>![A photo of a cat under the sketch that is being made of it](4_abstract.png)</source>
        <translation>![La photo d’un chat sous l’esquisse qui en est faite](4_abstract.png)</translation>
    </message>
    <message>
        <source>- *Play* draws the sketch on the canvas stroke by stroke, at your speed, so that you can draw along.
- *Draw around* makes the next sketch go with strokes of yours, which stay as they are.
- Click a stroke in the dock&apos;s picture, then *Another Stroke*. Drag over a region, and the strokes in it stay at the next *Start*. The arrow keys go from stroke to stroke, and the space bar asks for another.
- Width, colour and *Hand-drawn* change how the strokes look, not where they lie.</source>
        <translation>- *Lire* dessine l’esquisse sur la toile trait par trait, à votre vitesse, pour que vous puissiez dessiner avec elle.
- *Dessiner autour* fait que la prochaine esquisse s’accorde à des traits de vous, qui restent tels quels.
- Cliquez sur un trait dans l’image du panneau, puis sur *Un autre trait*. Tirez sur une région, et les traits qui s’y trouvent restent au prochain *Commencer*. Les flèches vont de trait en trait, et la barre d’espace en demande un autre.
- La largeur, la couleur et *À main levée* changent l’aspect des traits, non leur place.</translation>
    </message>
    <message>
        <source>![The sketch is kept: strokes like all others](5_keep.png)</source>
        <translation>![L’esquisse est gardée : des traits comme tous les autres](5_keep.png)</translation>
    </message>
    <message>
        <source>## Where is this on the photo?</source>
        <translation>## Où est-ce sur la photo ?</translation>
    </message>
    <message>
        <source>**Match** shows where each stroke lies on the reference photo; what is doubtful is grey and dashed. Point at a stroke to see its place on the photo, or at the photo to see its place in the drawing. A slider warps the photo to the drawing, or shows the drawing pulled to the photo; *Pull to Photo* then moves the selected strokes, or all of them, that far. While the photo lies under the drawing, place counts; without it only the shape does. *Show It as a Photo* finds the photo of yours that fits best and warps it to the drawing.</source>
        <translation>**Correspondance** montre où chaque trait se trouve sur la photo de référence ; ce qui est douteux est gris et en tirets. Pointez un trait pour voir sa place sur la photo, ou la photo pour voir sa place dans le dessin. Un curseur déforme la photo vers le dessin, ou montre le dessin tiré vers la photo ; *Tirer vers la photo* déplace alors d’autant les traits sélectionnés, ou tous. Tant que la photo est sous le dessin, la place compte ; sans elle, la forme seule. *Montrer en photo* trouve la photo de vous qui convient le mieux et la déforme vers le dessin.</translation>
    </message>
    <message>
        <source>## Drawn again</source>
        <translation>## Dessiné de nouveau</translation>
    </message>
    <message>
        <source>**Redraw** draws the selected strokes, the drawing or the photo again, in a few strokes of its own:</source>
        <translation>**Redessiner** dessine de nouveau les traits sélectionnés, le dessin ou la photo, en quelques traits à lui :</translation>
    </message>
    <message>
        <source>- *Redraw*: choose a variant, watch the pen draw it, and keep it, or let it replace the strokes it was made from.
- *Finish*: after each stroke a faint proposal shows how the drawing may go on. One key takes it, another shows the next; drawing on drops it.
- *Blend*: fill the slots A, B and C, and see A − B + C, or go from A to B with the slider.
- *Symbols*: draw a symbol and name it, and it is known again. One key puts its clean version in the place of what you drew.</source>
        <translation>- *Redessiner* : choisissez une variante, regardez la plume la dessiner, et gardez-la, ou laissez-la remplacer les traits dont elle est faite.
- *Terminer* : après chaque trait, une proposition pâle montre comment le dessin peut continuer. Une touche la prend, une autre montre la suivante ; continuer à dessiner l’abandonne.
- *Mélange* : remplissez les cases A, B et C et voyez A − B + C, ou allez de A à B avec le curseur.
- *Symboles* : dessinez un symbole et nommez-le, et il est reconnu. Une touche met sa version propre à la place de ce que vous avez dessiné.</translation>
    </message>
    <message>
        <source>## Files</source>
        <translation>## Fichiers</translation>
    </message>
    <message>
        <source>**Export** writes PNG at any scale, with or without the white of the page, PDF and SVG. If the program or the machine stops, the next start offers what you drew.</source>
        <translation>**Exporter** écrit du PNG à toute échelle, avec ou sans le blanc de la page, du PDF et du SVG. Si le programme ou la machine s’arrête, le prochain démarrage propose ce que vous avez dessiné.</translation>
    </message>
    <message>
        <source>![The Export dialog](6_export.png)</source>
        <translation>![Le dialogue d’export](6_export.png)</translation>
    </message>
    <message>
        <source>## The window</source>
        <translation>## La fenêtre</translation>
    </message>
    <message>
        <source>Docks can be dragged, laid on each other, and closed; the View menu brings them back. One key hides all docks, another leaves the canvas alone. **F6** goes round the parts of the window without a mouse. **Find Command** finds everything by a few letters of its name. Every key can be changed in **Preferences**, where the keys of Krita and Inkscape are ready to choose.</source>
        <translation>Les panneaux peuvent être tirés, posés les uns sur les autres et fermés ; le menu Affichage les ramène. Une touche cache tous les panneaux, une autre laisse la toile seule. **F6** parcourt les parties de la fenêtre sans souris. **Trouver une commande** trouve tout par quelques lettres de son nom. Chaque touche peut être changée dans les **Préférences**, où les touches de Krita et d’Inkscape sont prêtes à choisir.</translation>
    </message>
</context>
</TS>
