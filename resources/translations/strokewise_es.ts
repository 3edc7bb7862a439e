<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name></name>
    <message>
        <source>Canvas</source>
        <translation>Lienzo</translation>
    </message>
    <message>
        <source>The page you draw on</source>
        <translation>La página en la que dibujas</translation>
    </message>
    <message>
        <source>Remove guide</source>
        <translation>Quitar guía</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nuevo</translation>
    </message>
    <message>
        <source>New Pa&amp;ge…</source>
        <translation>Nueva pá&amp;gina…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>Open &amp;Photo…</source>
        <translation>Abrir &amp;foto…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Guardar &amp;como…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Pegar</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Pluma</translation>
    </message>
    <message>
        <source>Pen: draw</source>
        <translation>Pluma: dibujar</translation>
    </message>
    <message>
        <source>Pencil</source>
        <translation>Lápiz</translation>
    </message>
    <message>
        <source>Pencil: broad when the stylus is tilted</source>
        <translation>Lápiz: ancho cuando el lápiz digital se inclina</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>Marcador</translation>
    </message>
    <message>
        <source>Marker: broad and see-through</source>
        <translation>Marcador: ancho y translúcido</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Straight line; Shift turns it in steps of 15 degrees</source>
        <translation>Línea recta; Mayús la gira en pasos de 15 grados</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Eraser: remove the strokes you touch</source>
        <translation>Borrador: quita los trazos que tocas</translation>
    </message>
    <message>
        <source>Partial Eraser</source>
        <translation>Borrador parcial</translation>
    </message>
    <message>
        <source>Partial eraser: remove the ink you pass over</source>
        <translation>Borrador parcial: quita la tinta por la que pasas</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Seleccionar</translation>
    </message>
    <message>
        <source>Select: click strokes or draw a rectangle</source>
        <translation>Seleccionar: haz clic en trazos o traza un rectángulo</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lazo</translation>
    </message>
    <message>
        <source>Lasso: draw around the strokes to select</source>
        <translation>Lazo: rodea los trazos que quieras seleccionar</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Rellenar</translation>
    </message>
    <message>
        <source>Fill: cover the inside of a closed stroke with ink</source>
        <translation>Rellenar: cubre de tinta el interior de un trazo cerrado</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Text: letters as strokes along their outlines</source>
        <translation>Texto: letras como trazos a lo largo de sus contornos</translation>
    </message>
    <message>
        <source>Eyedropper</source>
        <translation>Cuentagotas</translation>
    </message>
    <message>
        <source>Eyedropper: take a colour; or hold Alt while drawing</source>
        <translation>Cuentagotas: toma un color; o mantén Alt al dibujar</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>Mano</translation>
    </message>
    <message>
        <source>Hand: move the page; or hold the space bar</source>
        <translation>Mano: mueve la página; o mantén la barra espaciadora</translation>
    </message>
    <message>
        <source>&amp;Smooth Strokes</source>
        <translation>&amp;Suavizar trazos</translation>
    </message>
    <message>
        <source>Smooth strokes while drawing</source>
        <translation>Suavizar los trazos al dibujar</translation>
    </message>
    <message>
        <source>&amp;Mirror Left and Right</source>
        <translation>Reflejar &amp;izquierda y derecha</translation>
    </message>
    <message>
        <source>Mirror &amp;Top and Bottom</source>
        <translation>Reflejar arri&amp;ba y abajo</translation>
    </message>
    <message>
        <source>&amp;Grid</source>
        <translation>&amp;Cuadrícula</translation>
    </message>
    <message>
        <source>&amp;Keep to Grid</source>
        <translation>Ajustar a la &amp;cuadrícula</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>&amp;Modelos…</translation>
    </message>
    <message>
        <source>Models: choose the encoder</source>
        <translation>Modelos: elegir el codificador</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>&amp;Acercar</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>A&amp;lejar</translation>
    </message>
    <message>
        <source>&amp;Fit Page</source>
        <translation>Ajustar a la &amp;página</translation>
    </message>
    <message>
        <source>&amp;Start Sketch</source>
        <translation>&amp;Empezar boceto</translation>
    </message>
    <message>
        <source>&amp;Cancel Sketch</source>
        <translation>&amp;Cancelar boceto</translation>
    </message>
    <message>
        <source>&amp;Keep Sketch</source>
        <translation>&amp;Conservar boceto</translation>
    </message>
    <message>
        <source>&amp;Tint Strokes</source>
        <translation>&amp;Teñir trazos</translation>
    </message>
    <message>
        <source>Tint strokes by what they say</source>
        <translation>Teñir los trazos según lo que dicen</translation>
    </message>
    <message>
        <source>&amp;Clean My Sketch…</source>
        <translation>&amp;Limpiar mi boceto…</translation>
    </message>
    <message>
        <source>What It &amp;Hangs On</source>
        <translation>De &amp;qué depende</translation>
    </message>
    <message>
        <source>P&amp;ull to Photo</source>
        <translation>&amp;Llevar a la foto</translation>
    </message>
    <message>
        <source>Show It as a Phot&amp;o</source>
        <translation>Mostrar como f&amp;oto</translation>
    </message>
    <message>
        <source>Move the selected strokes, or all, to where they lie on the photo</source>
        <translation>Mover los trazos elegidos, o todos, a donde están en la foto</translation>
    </message>
    <message>
        <source>Show &amp;Flow to the Photo</source>
        <translation>Mostrar el &amp;flujo hacia la foto</translation>
    </message>
    <message>
        <source>Show as a grid how the drawing lies on the photo</source>
        <translation>Mostrar con una cuadrícula cómo cae el dibujo sobre la foto</translation>
    </message>
    <message>
        <source>Find the photo that fits the drawing best, and warp it to the drawing</source>
        <translation>Buscar la foto que mejor va con el dibujo y deformarla hacia él</translation>
    </message>
    <message>
        <source>&amp;About Strokewise</source>
        <translation>&amp;Acerca de Strokewise</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Cor&amp;tar</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>D&amp;uplicar</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Borrar</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>A&amp;grupar</translation>
    </message>
    <message>
        <source>Ung&amp;roup</source>
        <translation>Desagr&amp;upar</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>Seleccionar &amp;todo</translation>
    </message>
    <message>
        <source>Select &amp;None</source>
        <translation>No seleccionar &amp;nada</translation>
    </message>
    <message>
        <source>&amp;Raise</source>
        <translation>&amp;Subir</translation>
    </message>
    <message>
        <source>L&amp;ower</source>
        <translation>Ba&amp;jar</translation>
    </message>
    <message>
        <source>Raise to To&amp;p</source>
        <translation>Traer al &amp;frente</translation>
    </message>
    <message>
        <source>Lower to &amp;Bottom</source>
        <translation>Enviar al f&amp;ondo</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edición</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>&amp;Capa</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Herramientas</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation>&amp;Foto</translation>
    </message>
    <message>
        <source>&amp;Assist</source>
        <translation>A&amp;sistente</translation>
    </message>
    <message>
        <source>&amp;Redraw</source>
        <translation>&amp;Redibujar</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
    <message>
        <source>{name} could not be written: {reason}.</source>
        <translation>No se pudo escribir {name}: {reason}.</translation>
    </message>
    <message>
        <source>What is on the clipboard</source>
        <translation>Lo que hay en el portapapeles</translation>
    </message>
    <message>
        <source>There are no lines on the clipboard.</source>
        <translation>No hay líneas en el portapapeles.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Volver a cargar</translation>
    </message>
    <message>
        <source>A page cannot have a side of {side:g} px.</source>
        <translation>Una página no puede tener un lado de {side:g} px.</translation>
    </message>
    <message>
        <source>A drawing can have {max_layers} layers at most.</source>
        <translation>Un dibujo puede tener {max_layers} capas como máximo.</translation>
    </message>
    <message>
        <source>A drawing can have {max_guides} guides at most.</source>
        <translation>Un dibujo puede tener {max_guides} guías como máximo.</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>bloqueada</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculta</translation>
    </message>
    <message>
        <source>The layer {name} is {state}; choose another one to draw on.</source>
        <translation>La capa {name} está {state}; elige otra para dibujar.</translation>
    </message>
    <message>
        <source>The layer {name} is locked; its strokes must stay.</source>
        <translation>La capa {name} está bloqueada; sus trazos deben quedarse.</translation>
    </message>
    <message>
        <source>{some} or {last}</source>
        <translation>{some} o {last}</translation>
    </message>
    <message>
        <source>{name} cannot be written: use a name in {formats}.</source>
        <translation>No se puede escribir {name}: el nombre debe acabar en {formats}.</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some} y {last}</translation>
    </message>
    <message>
        <source>Unsaved work is not being backed up: {reason}.</source>
        <translation>El trabajo sin guardar no se está respaldando: {reason}.</translation>
    </message>
    <message>
        <source>Layer 1</source>
        <translation>Capa 1</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>The last layer must stay.</source>
        <translation>La última capa debe quedarse.</translation>
    </message>
    <message>
        <source>There is no layer below to merge with.</source>
        <translation>No hay ninguna capa debajo con la que combinar.</translation>
    </message>
    <message>
        <source>The layer {name} is hidden; show it to merge it.</source>
        <translation>La capa {name} está oculta; muéstrala para combinarla.</translation>
    </message>
    <message>
        <source>The layer {name} is locked.</source>
        <translation>La capa {name} está bloqueada.</translation>
    </message>
    <message>
        <source>Layer {number}</source>
        <translation>Capa {number}</translation>
    </message>
    <message>
        <source>{name} is damaged: it cannot be unpacked.</source>
        <translation>{name} está dañado: no se puede desempaquetar.</translation>
    </message>
    <message>
        <source>{name} was saved by a newer Strokewise; update to open it.</source>
        <translation>{name} se guardó con un Strokewise más nuevo; actualiza para abrirlo.</translation>
    </message>
    <message>
        <source>{name} is not a drawing of Strokewise.</source>
        <translation>{name} no es un dibujo de Strokewise.</translation>
    </message>
    <message>
        <source>{name} has more than {max_photos} photos.</source>
        <translation>{name} tiene más de {max_photos} fotos.</translation>
    </message>
    <message>
        <source>{name} describes a photo that is none.</source>
        <translation>{name} describe una foto que no lo es.</translation>
    </message>
    <message>
        <source>{name} has more than {max_members} parts.</source>
        <translation>{name} tiene más de {max_members} partes.</translation>
    </message>
    <message>
        <source>{name} is damaged or no drawing: it has no {member}.</source>
        <translation>{name} está dañado o no es un dibujo: le falta {member}.</translation>
    </message>
    <message>
        <source>{name} is packed in a way that is not accepted.</source>
        <translation>{name} está empaquetado de un modo que no se acepta.</translation>
    </message>
    <message>
        <source>{name} has a part larger than {most_bytes} MB.</source>
        <translation>{name} tiene una parte de más de {most_bytes} MB.</translation>
    </message>
    <message>
        <source>The scale of an image must be a positive number.</source>
        <translation>La escala de una imagen debe ser un número positivo.</translation>
    </message>
    <message>
        <source>An image of {width} x {height} px is too large; it may have {max_pixels} megapixels.</source>
        <translation>Una imagen de {width} x {height} px es demasiado grande; puede tener {max_pixels} megapíxeles.</translation>
    </message>
    <message>
        <source>{name} is not a journal of Strokewise.</source>
        <translation>{name} no es un diario de Strokewise.</translation>
    </message>
    <message>
        <source>{name} could not be read: {reason}.</source>
        <translation>No se pudo leer {name}: {reason}.</translation>
    </message>
    <message>
        <source>{name} breaks off before its first drawing.</source>
        <translation>{name} se interrumpe antes de su primer dibujo.</translation>
    </message>
    <message>
        <source>A stroke needs at least one point.</source>
        <translation>Un trazo necesita al menos un punto.</translation>
    </message>
    <message>
        <source>A stroke cannot be {width_px:g} px wide.</source>
        <translation>Un trazo no puede tener {width_px:g} px de ancho.</translation>
    </message>
    <message>
        <source>{text!r} is not a colour of the form #rrggbb.</source>
        <translation>{text!r} no es un color de la forma #rrggbb.</translation>
    </message>
    <message>
        <source>A number of the drawing is not finite.</source>
        <translation>Un número del dibujo no es finito.</translation>
    </message>
    <message>
        <source>A number of the drawing is out of all bounds.</source>
        <translation>Un número del dibujo está fuera de todo límite.</translation>
    </message>
    <message>
        <source>The points of a stroke must be pairs of x and y.</source>
        <translation>Los puntos de un trazo deben ser pares de x e y.</translation>
    </message>
    <message>
        <source>The points of a stroke must have x, y, pressure and time.</source>
        <translation>Los puntos de un trazo deben tener x, y, presión y tiempo.</translation>
    </message>
    <message>
        <source>A stroke has a time out of all bounds.</source>
        <translation>Un trazo tiene un tiempo fuera de todo límite.</translation>
    </message>
    <message>
        <source>A Bezier stroke needs four control points for each of its segments.</source>
        <translation>Un trazo de Bézier necesita cuatro puntos de control por segmento.</translation>
    </message>
    <message>
        <source>The segments of a Bezier stroke must be connected.</source>
        <translation>Los segmentos de un trazo de Bézier deben estar unidos.</translation>
    </message>
    <message>
        <source>A stroke lies too far outside of the page.</source>
        <translation>Un trazo está demasiado lejos de la página.</translation>
    </message>
    <message>
        <source>Its clip paths take too long to follow.</source>
        <translation>Sus trazados de recorte tardan demasiado en seguirse.</translation>
    </message>
    <message>
        <source>It draws more than {max_flat_nodes:,} elements.</source>
        <translation>Dibuja más de {max_flat_nodes:,} elementos.</translation>
    </message>
    <message>
        <source>It nests its elements more than {max_depth} deep.</source>
        <translation>Anida sus elementos más de {max_depth} niveles.</translation>
    </message>
    <message>
        <source>It has more than {max_numbers:,} numbers in paths.</source>
        <translation>Sus trazados tienen más de {max_numbers:,} números.</translation>
    </message>
    <message>
        <source>It has a number that is too long.</source>
        <translation>Tiene un número demasiado largo.</translation>
    </message>
    <message>
        <source>It has an attribute that is too long.</source>
        <translation>Tiene un atributo demasiado largo.</translation>
    </message>
    <message>
        <source>Its SVG cannot be understood.</source>
        <translation>No se entiende su SVG.</translation>
    </message>
    <message>
        <source>{name} is larger than {max_own_bytes} MB.</source>
        <translation>{name} ocupa más de {max_own_bytes} MB.</translation>
    </message>
    <message>
        <source>{name} is compressed; unpack it to a plain SVG file first.</source>
        <translation>{name} está comprimido; descomprímelo antes en un archivo SVG simple.</translation>
    </message>
    <message>
        <source>its XML breaks off in line {lineno}</source>
        <translation>su XML se interrumpe en la línea {lineno}</translation>
    </message>
    <message>
        <source>{name} is not an SVG file ({where}).</source>
        <translation>{name} no es un archivo SVG ({where}).</translation>
    </message>
    <message>
        <source>{name} is in a text encoding that cannot be read.</source>
        <translation>{name} está en una codificación de texto que no se puede leer.</translation>
    </message>
    <message>
        <source>{name} has more than {max_nodes:,} elements.</source>
        <translation>{name} tiene más de {max_nodes:,} elementos.</translation>
    </message>
    <message>
        <source>{name} nests its elements more than {max_depth} deep.</source>
        <translation>{name} anida sus elementos más de {max_depth} niveles.</translation>
    </message>
    <message>
        <source>{name} is not an SVG file.</source>
        <translation>{name} no es un archivo SVG.</translation>
    </message>
    <message>
        <source>{name} is larger than {limit} MB.</source>
        <translation>{name} ocupa más de {limit} MB.</translation>
    </message>
    <message>
        <source>{name} has a document type, which is not accepted.</source>
        <translation>{name} tiene un tipo de documento, que no se acepta.</translation>
    </message>
    <message>
        <source>{name} declares entities, which are not accepted.</source>
        <translation>{name} declara entidades, que no se aceptan.</translation>
    </message>
    <message>
        <source>It has more than {max_points:,} points.</source>
        <translation>Tiene más de {max_points:,} puntos.</translation>
    </message>
    <message>
        <source>1 text</source>
        <translation>1 texto</translation>
    </message>
    <message>
        <source>{n} texts</source>
        <translation>{n} textos</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 imagen</translation>
    </message>
    <message>
        <source>{n} pictures</source>
        <translation>{n} imágenes</translation>
    </message>
    <message>
        <source>1 embedded page</source>
        <translation>1 página incrustada</translation>
    </message>
    <message>
        <source>{n} embedded pages</source>
        <translation>{n} páginas incrustadas</translation>
    </message>
    <message>
        <source>1 gradient</source>
        <translation>1 degradado</translation>
    </message>
    <message>
        <source>{n} gradients</source>
        <translation>{n} degradados</translation>
    </message>
    <message>
        <source>1 dash</source>
        <translation>1 línea discontinua</translation>
    </message>
    <message>
        <source>{n} dashes</source>
        <translation>{n} líneas discontinuas</translation>
    </message>
    <message>
        <source>1 mask</source>
        <translation>1 máscara</translation>
    </message>
    <message>
        <source>{n} masks</source>
        <translation>{n} máscaras</translation>
    </message>
    <message>
        <source>1 filter</source>
        <translation>1 filtro</translation>
    </message>
    <message>
        <source>{n} filters</source>
        <translation>{n} filtros</translation>
    </message>
    <message>
        <source>1 clip</source>
        <translation>1 recorte</translation>
    </message>
    <message>
        <source>{n} clips</source>
        <translation>{n} recortes</translation>
    </message>
    <message>
        <source>1 fill</source>
        <translation>1 relleno</translation>
    </message>
    <message>
        <source>{n} fills</source>
        <translation>{n} rellenos</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {error}</source>
        <translation>No se puede abrir {name}: {error}</translation>
    </message>
    <message>
        <source>Its transforms are out of all bounds.</source>
        <translation>Sus transformaciones están fuera de todo límite.</translation>
    </message>
    <message>
        <source>Sketch</source>
        <translation>Boceto</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Cuadrado</translation>
    </message>
    <message>
        <source>Wide screen</source>
        <translation>Pantalla ancha</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>A4 upright</source>
        <translation>A4 vertical</translation>
    </message>
    <message>
        <source>A4 on its side</source>
        <translation>A4 horizontal</translation>
    </message>
    <message>
        <source>A5 upright</source>
        <translation>A5 vertical</translation>
    </message>
    <message>
        <source>Letter upright</source>
        <translation>Carta vertical</translation>
    </message>
    <message>
        <source>Letter on its side</source>
        <translation>Carta horizontal</translation>
    </message>
    <message>
        <source>Something went wrong inside Strokewise; details are in {log_path}.</source>
        <translation>Algo ha ido mal dentro de Strokewise; los detalles están en {log_path}.</translation>
    </message>
    <message>
        <source>Something went wrong inside Strokewise; the crash log could not be written.</source>
        <translation>Algo ha ido mal dentro de Strokewise; no se pudo escribir el registro de fallos.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>Ponderado</translation>
    </message>
    <message>
        <source>Pulled string</source>
        <translation>Cuerda tirada</translation>
    </message>
    <message>
        <source>pen</source>
        <translation>pluma</translation>
    </message>
    <message>
        <source>pencil</source>
        <translation>lápiz</translation>
    </message>
    <message>
        <source>marker</source>
        <translation>marcador</translation>
    </message>
    <message>
        <source>Width of the {tool}</source>
        <translation>Ancho ({tool})</translation>
    </message>
    <message>
        <source>Colour of the {tool}</source>
        <translation>Color ({tool})</translation>
    </message>
    <message>
        <source>Opacity of the {tool}</source>
        <translation>Opacidad ({tool})</translation>
    </message>
    <message>
        <source>Stabiliser of the {tool}</source>
        <translation>Estabilizador ({tool})</translation>
    </message>
    <message>
        <source>Weighted: trembling is filtered out, and the stroke lags a little behind the hand. Pulled string: the pen pulls the ink behind it.</source>
        <translation>Ponderado: se filtra el temblor, y el trazo va un poco por detrás de la mano. Cuerda tirada: la punta arrastra la tinta tras de sí.</translation>
    </message>
    <message>
        <source>Strength of the {tool}&apos;s stabiliser</source>
        <translation>Fuerza del estabilizador ({tool})</translation>
    </message>
    <message>
        <source>Taper at the ends of {tool} strokes</source>
        <translation>Afinado en los extremos de los trazos ({tool})</translation>
    </message>
    <message>
        <source>Broader when the {tool} is tilted</source>
        <translation>Más ancho al inclinarse ({tool})</translation>
    </message>
    <message>
        <source>How much broader the ink is when the stylus is laid down; 0 for not at all.</source>
        <translation>Cuánto se ensancha la tinta al tumbar el lápiz digital; 0 para nada.</translation>
    </message>
    <message>
        <source>Draw ahead of the {tool}</source>
        <translation>Dibujar por adelantado ({tool})</translation>
    </message>
    <message>
        <source>Live ink is drawn a little ahead of the stylus, where it is likely to go.</source>
        <translation>La tinta se dibuja un poco por delante del lápiz digital, hacia donde probablemente va.</translation>
    </message>
    <message>
        <source>Pressure response of the {tool}</source>
        <translation>Respuesta a la presión ({tool})</translation>
    </message>
    <message>
        <source>A pressure curve has {min_points} to {max_points} points.</source>
        <translation>Una curva de presión tiene de {min_points} a {max_points} puntos.</translation>
    </message>
    <message>
        <source>A pressure curve lies between 0 and 1.</source>
        <translation>Una curva de presión está entre 0 y 1.</translation>
    </message>
    <message>
        <source>A pressure curve never falls.</source>
        <translation>Una curva de presión nunca baja.</translation>
    </message>
    <message>
        <source>That is no pressure curve.</source>
        <translation>Eso no es una curva de presión.</translation>
    </message>
    <message>
        <source>&amp;Add Layer</source>
        <translation>&amp;Añadir capa</translation>
    </message>
    <message>
        <source>&amp;Remove Layer</source>
        <translation>&amp;Quitar capa</translation>
    </message>
    <message>
        <source>Remove the layer with its strokes</source>
        <translation>Quitar la capa con sus trazos</translation>
    </message>
    <message>
        <source>&amp;Merge Down</source>
        <translation>Co&amp;mbinar hacia abajo</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>&amp;Subir</translation>
    </message>
    <message>
        <source>Move the layer up</source>
        <translation>Subir la capa</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>&amp;Bajar</translation>
    </message>
    <message>
        <source>Move the layer down</source>
        <translation>Bajar la capa</translation>
    </message>
    <message>
        <source>Move &amp;Selection to This Layer</source>
        <translation>Mover la &amp;selección a esta capa</translation>
    </message>
    <message>
        <source>Draw on the Layer A&amp;bove</source>
        <translation>Dibujar en la capa de &amp;encima</translation>
    </message>
    <message>
        <source>Draw on the Layer B&amp;elow</source>
        <translation>Dibujar en la capa de &amp;debajo</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Strokewise {version}&lt;/h3&gt;&lt;p&gt;A drawing program that sees what you draw.&lt;/p&gt;&lt;p&gt;Open source under the Apache License 2.0.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Strokewise {version}&lt;/h3&gt;&lt;p&gt;Un programa de dibujo que ve lo que dibujas.&lt;/p&gt;&lt;p&gt;Código abierto con la licencia Apache 2.0.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Assist</source>
        <translation>Asistente</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Abstraer</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Correspondencia</translation>
    </message>
    <message>
        <source>Redraw</source>
        <translation>Redibujar</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Capas</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Referencias</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>Take the Tour</source>
        <translation>Hacer el recorrido</translation>
    </message>
    <message>
        <source>Welcome to Strokewise. A tour of five steps shows what is where.</source>
        <translation>Te damos la bienvenida a Strokewise. Un recorrido de cinco pasos muestra dónde está cada cosa.</translation>
    </message>
    <message>
        <source>Not Now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>{text} brings the bars back.</source>
        <translation>{text} devuelve las barras.</translation>
    </message>
    <message>
        <source>The window&apos;s bars are hidden.</source>
        <translation>Las barras de la ventana están ocultas.</translation>
    </message>
    <message>
        <source>About Strokewise</source>
        <translation>Acerca de Strokewise</translation>
    </message>
    <message>
        <source>Drop or paste a photo, and it becomes a sketch of as few strokes as you choose.</source>
        <translation>Suelta o pega una foto y se convierte en un boceto de tan pocos trazos como quieras.</translation>
    </message>
    <message>
        <source>Open Photo…</source>
        <translation>Abrir foto…</translation>
    </message>
    <message>
        <source>Choose a photo to sketch</source>
        <translation>Elegir una foto para abocetar</translation>
    </message>
    <message>
        <source>Fewest</source>
        <translation>Los menos</translation>
    </message>
    <message>
        <source>As few strokes as keep it recognisable</source>
        <translation>Los menos trazos con los que aún se reconoce</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Sketch the photo anew</source>
        <translation>Abocetar la foto de nuevo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stop here; the best sketch so far stays</source>
        <translation>Parar aquí; queda el mejor boceto hasta ahora</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Add these strokes to the drawing</source>
        <translation>Añadir estos trazos al dibujo</translation>
    </message>
    <message>
        <source>Show photo</source>
        <translation>Mostrar la foto</translation>
    </message>
    <message>
        <source>Remove Photo</source>
        <translation>Quitar la foto</translation>
    </message>
    <message>
        <source>Away with photo and preview</source>
        <translation>Quitar foto y vista previa</translation>
    </message>
    <message>
        <source>Looking for the fewest that will do; ready: {numbers}</source>
        <translation>Buscando los menos que basten; listos: {numbers}</translation>
    </message>
    <message>
        <source>Ready at once: {numbers}; more to come</source>
        <translation>Listos ya: {numbers}; vendrán más</translation>
    </message>
    <message>
        <source>Ready at once: {numbers}</source>
        <translation>Listos ya: {numbers}</translation>
    </message>
    <message>
        <source>How many strokes the sketch has</source>
        <translation>Cuántos trazos tiene el boceto</translation>
    </message>
    <message>
        <source>Number of strokes</source>
        <translation>Número de trazos</translation>
    </message>
    <message>
        <source>Sketches of {numbers} strokes are worked out in the background</source>
        <translation>Bocetos de {numbers} trazos se preparan en segundo plano</translation>
    </message>
    <message>
        <source>Progress of the sketch</source>
        <translation>Progreso del boceto</translation>
    </message>
    <message>
        <source>State of the sketch</source>
        <translation>Estado del boceto</translation>
    </message>
    <message>
        <source>&amp;Strokes</source>
        <translation>&amp;Trazos</translation>
    </message>
    <message>
        <source>Kept {count} strokes.</source>
        <translation>{count} trazos conservados.</translation>
    </message>
    <message>
        <source>Sketch of {count} strokes</source>
        <translation>Boceto de {count} trazos</translation>
    </message>
    <message>
        <source>Reading the photo</source>
        <translation>Leyendo la foto</translation>
    </message>
    <message>
        <source>Looking for what stands out</source>
        <translation>Buscando lo que destaca</translation>
    </message>
    <message>
        <source>{count} strokes.</source>
        <translation>{count} trazos.</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Empezando</translation>
    </message>
    <message>
        <source>Done in {seconds:.0f} s.</source>
        <translation>Listo en {seconds:.0f} s.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Parado.</translation>
    </message>
    <message>
        <source>Draw, and see what it looks like and which strokes help or hurt.</source>
        <translation>Dibuja y mira qué parece y qué trazos ayudan o estorban.</translation>
    </message>
    <message>
        <source>Whole strokes</source>
        <translation>Trazos enteros</translation>
    </message>
    <message>
        <source>Along the stroke</source>
        <translation>A lo largo del trazo</translation>
    </message>
    <message>
        <source>Removal</source>
        <translation>Quitar uno</translation>
    </message>
    <message>
        <source>Removal of several (slow)</source>
        <translation>Quitar varios (lento)</translation>
    </message>
    <message>
        <source>Gradient, several views</source>
        <translation>Gradiente, varias vistas</translation>
    </message>
    <message>
        <source>Gradient, as in the paper</source>
        <translation>Gradiente, como en el artículo</translation>
    </message>
    <message>
        <source>Does it belong (learned)</source>
        <translation>Forma parte o no (aprendido)</translation>
    </message>
    <message>
        <source>&amp;Tint strokes</source>
        <translation>&amp;Teñir trazos</translation>
    </message>
    <message>
        <source>Clean My Sketch…</source>
        <translation>Limpiar mi boceto…</translation>
    </message>
    <message>
        <source>What It Hangs On</source>
        <translation>De qué depende</translation>
    </message>
    <message>
        <source>Blue strokes make it more like {scored_by}, orange ones less.</source>
        <translation>Los trazos azules lo acercan a {scored_by}; los naranjas lo alejan.</translation>
    </message>
    <message>
        <source>Strength of the tints</source>
        <translation>Fuerza del tinte</translation>
    </message>
    <message>
        <source>How much of the ink&apos;s own colour the tints hide</source>
        <translation>Cuánto del color de la tinta oculta el tinte</translation>
    </message>
    <message>
        <source>What is scored</source>
        <translation>Qué se puntúa</translation>
    </message>
    <message>
        <source>Score whole strokes, or along them</source>
        <translation>Puntuar trazos enteros o a lo largo de ellos</translation>
    </message>
    <message>
        <source>Estimator</source>
        <translation>Estimador</translation>
    </message>
    <message>
        <source>How scores are worked out</source>
        <translation>Cómo se calculan las puntuaciones</translation>
    </message>
    <message>
        <source>See the sketch without the strokes that hurt</source>
        <translation>Ver el boceto sin los trazos que estorban</translation>
    </message>
    <message>
        <source>Find the short stroke that the first guess hangs on</source>
        <translation>Encontrar el trazo corto del que depende la primera idea</translation>
    </message>
    <message>
        <source>What the guess hangs on</source>
        <translation>De qué depende la idea</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Fiabilidad</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Mostrar</translation>
    </message>
    <message>
        <source>&amp;Estimate by</source>
        <translation>&amp;Estimar por</translation>
    </message>
    <message>
        <source>Experience with drawings</source>
        <translation>Experiencia con dibujos</translation>
    </message>
    <message>
        <source>Leaving out several</source>
        <translation>Quitar varios</translation>
    </message>
    <message>
        <source>Leaving out one by one</source>
        <translation>Quitarlos uno a uno</translation>
    </message>
    <message>
        <source>Dashed parts would go. Click one to bring it back, again to let it go; or use the arrow keys and the space bar.</source>
        <translation>Las partes discontinuas se irían. Haz clic en una para traerla de vuelta, y otra vez para dejarla ir; o usa las flechas y la barra espaciadora.</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>Al azar</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>Clean My Sketch</source>
        <translation>Limpiar mi boceto</translation>
    </message>
    <message>
        <source>&lt;b&gt;Before&lt;/b&gt;: {words_before}</source>
        <translation>&lt;b&gt;Antes&lt;/b&gt;: {words_before}</translation>
    </message>
    <message>
        <source>&lt;b&gt;After&lt;/b&gt;: {words_after}</source>
        <translation>&lt;b&gt;Después&lt;/b&gt;: {words_after}</translation>
    </message>
    <message>
        <source>{gone} of {count} parts would go</source>
        <translation>Se irían {gone} de {count} partes</translation>
    </message>
    <message>
        <source>The sketch before</source>
        <translation>El boceto antes</translation>
    </message>
    <message>
        <source>The sketch after</source>
        <translation>El boceto después</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Juzgado por</translation>
    </message>
    <message>
        <source>How it is found out what does not belong</source>
        <translation>Cómo se averigua lo que no encaja</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Cautela</translation>
    </message>
    <message>
        <source>The larger, the less goes (Delta in the paper)</source>
        <translation>Cuanto mayor, menos se quita (Delta en el artículo)</translation>
    </message>
    <message>
        <source>Draw what goes, instead of by a threshold (Gumbel-softmax)</source>
        <translation>Sortear lo que se quita, en vez de un umbral (Gumbel-softmax)</translation>
    </message>
    <message>
        <source>Draw anew</source>
        <translation>Sortear de nuevo</translation>
    </message>
    <message>
        <source>Leave the dashed parts out of the drawing</source>
        <translation>Dejar las partes discontinuas fuera del dibujo</translation>
    </message>
    <message>
        <source>Leave the drawing as it is</source>
        <translation>Dejar el dibujo como está</translation>
    </message>
    <message>
        <source>&amp;Judged by</source>
        <translation>&amp;Juzgado por</translation>
    </message>
    <message>
        <source>Ca&amp;ution</source>
        <translation>Ca&amp;utela</translation>
    </message>
    <message>
        <source>Every stroke helps: there is nothing to clean away.</source>
        <translation>Todos los trazos ayudan: no hay nada que limpiar.</translation>
    </message>
    <message>
        <source>The drawing has changed, so the cleaned sketch was dropped.</source>
        <translation>El dibujo ha cambiado, así que se descartó el boceto limpio.</translation>
    </message>
    <message>
        <source>Clean sketch</source>
        <translation>Limpiar boceto</translation>
    </message>
    <message>
        <source>Clean sketch of {gone} parts</source>
        <translation>Limpiar el boceto de {gone} partes</translation>
    </message>
    <message>
        <source>similarity to {target_name} {shown}</source>
        <translation>parecido con {target_name} {shown}</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Buscar una orden</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation>Ninguna orden se llama así.</translation>
    </message>
    <message>
        <source>Find Command</source>
        <translation>Buscar orden</translation>
    </message>
    <message>
        <source>, not possible now</source>
        <translation>, ahora no es posible</translation>
    </message>
    <message>
        <source>Drawings (*.svg *{suffix})</source>
        <translation>Dibujos (*.svg *{suffix})</translation>
    </message>
    <message>
        <source>SVG drawings</source>
        <translation>Dibujos SVG</translation>
    </message>
    <message>
        <source>Strokewise documents</source>
        <translation>Documentos de Strokewise</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.png *.webp *.gif *.bmp)</source>
        <translation>Fotos (*.jpg *.jpeg *.png *.webp *.gif *.bmp)</translation>
    </message>
    <message>
        <source>Open Drawing</source>
        <translation>Abrir dibujo</translation>
    </message>
    <message>
        <source>Open Photo</source>
        <translation>Abrir foto</translation>
    </message>
    <message>
        <source>Add Pictures</source>
        <translation>Añadir imágenes</translation>
    </message>
    <message>
        <source>Save Drawing</source>
        <translation>Guardar dibujo</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Px from the upper edge:</source>
        <translation>Px desde el borde superior:</translation>
    </message>
    <message>
        <source>Px from the left edge:</source>
        <translation>Px desde el borde izquierdo:</translation>
    </message>
    <message>
        <source>Place of the Guide</source>
        <translation>Lugar de la guía</translation>
    </message>
    <message>
        <source>Add Folder of Photos</source>
        <translation>Añadir carpeta de fotos</translation>
    </message>
    <message>
        <source>Import Symbols</source>
        <translation>Importar símbolos</translation>
    </message>
    <message>
        <source>Export Symbols</source>
        <translation>Exportar símbolos</translation>
    </message>
    <message>
        <source>Unsaved Changes</source>
        <translation>Cambios sin guardar</translation>
    </message>
    <message>
        <source>Save the changes to {name}?</source>
        <translation>¿Guardar los cambios de {name}?</translation>
    </message>
    <message>
        <source>They are lost if you do not save them.</source>
        <translation>Se pierden si no los guardas.</translation>
    </message>
    <message>
        <source>Close {windowTitle}</source>
        <translation>Cerrar {windowTitle}</translation>
    </message>
    <message>
        <source>No earlier save</source>
        <translation>Aún no hay versiones anteriores</translation>
    </message>
    <message>
        <source>Earlier Sa&amp;ves</source>
        <translation>&amp;Versiones anteriores</translation>
    </message>
    <message>
        <source>1 day ago</source>
        <translation>hace 1 día</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>hace {count} días</translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation>hace 1 hora</translation>
    </message>
    <message>
        <source>{count} hours ago</source>
        <translation>hace {count} horas</translation>
    </message>
    <message>
        <source>1 minute ago</source>
        <translation>hace 1 minuto</translation>
    </message>
    <message>
        <source>{count} minutes ago</source>
        <translation>hace {count} minutos</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message>
        <source>Sketching the photo</source>
        <translation>Abocetando la foto</translation>
    </message>
    <message>
        <source>Fewer and more strokes</source>
        <translation>Menos y más trazos</translation>
    </message>
    <message>
        <source>Cleaning the sketch</source>
        <translation>Limpiando el boceto</translation>
    </message>
    <message>
        <source>Showing the drawing as a photo</source>
        <translation>Mostrando el dibujo como foto</translation>
    </message>
    <message>
        <source>Looking for the stroke it hangs on</source>
        <translation>Buscando el trazo del que depende</translation>
    </message>
    <message>
        <source>Fetching a model</source>
        <translation>Obteniendo un modelo</translation>
    </message>
    <message>
        <source>Copying a model</source>
        <translation>Copiando un modelo</translation>
    </message>
    <message>
        <source>Checking the models</source>
        <translation>Comprobando los modelos</translation>
    </message>
    <message>
        <source>Drawing it again</source>
        <translation>Redibujando</translation>
    </message>
    <message>
        <source>Drawing the blend</source>
        <translation>Dibujando la mezcla</translation>
    </message>
    <message>
        <source>Drawing the way from A to B</source>
        <translation>Dibujando el camino de A a B</translation>
    </message>
    <message>
        <source>Loading the engine…</source>
        <translation>Cargando el motor…</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>En marcha</translation>
    </message>
    <message>
        <source>{engine} on {device}</source>
        <translation>{engine} en {device}</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Engine not available</source>
        <translation>Motor no disponible</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>Imagen PNG</translation>
    </message>
    <message>
        <source>Pixels, for the web and for messages.</source>
        <translation>Píxeles, para la web y los mensajes.</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>Documento PDF</translation>
    </message>
    <message>
        <source>Vectors, for printing.</source>
        <translation>Vectores, para imprimir.</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>Dibujo SVG</translation>
    </message>
    <message>
        <source>Vectors, for other drawing programs.</source>
        <translation>Vectores, para otros programas de dibujo.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Escala</translation>
    </message>
    <message>
        <source>&amp;Transparent background</source>
        <translation>Fondo &amp;transparente</translation>
    </message>
    <message>
        <source>Include &amp;reference pictures</source>
        <translation>Incluir &amp;referencias</translation>
    </message>
    <message>
        <source>&amp;Scale</source>
        <translation>&amp;Escala</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} píxeles</translation>
    </message>
    <message>
        <source>It looks like {guess}; no short stroke changes that.</source>
        <translation>Parece {guess}; ningún trazo corto lo cambia.</translation>
    </message>
    <message>
        <source>It looks like {guess}; leaving out a few points does not change that.</source>
        <translation>Parece {guess}; quitar unos puntos no lo cambia.</translation>
    </message>
    <message>
        <source>It looks like {guess}, and that hangs on these points.</source>
        <translation>Parece {guess}, y depende de estos puntos.</translation>
    </message>
    <message>
        <source>It looks like {guess}, and that hangs on this stroke.</source>
        <translation>Parece {guess}, y depende de este trazo.</translation>
    </message>
    <message>
        <source>It looks like {guess}, and that hangs on these.</source>
        <translation>Parece {guess}, y depende de estos.</translation>
    </message>
    <message>
        <source>Without it: looks like {without}</source>
        <translation>Sin él: parece {without}</translation>
    </message>
    <message>
        <source>Without them: looks like {without}</source>
        <translation>Sin ellos: parece {without}</translation>
    </message>
    <message>
        <source>First guess</source>
        <translation>Primera idea</translation>
    </message>
    <message>
        <source>Second guess</source>
        <translation>Segunda idea</translation>
    </message>
    <message>
        <source>Third guess</source>
        <translation>Tercera idea</translation>
    </message>
    <message>
        <source>Probability of the first guess</source>
        <translation>Probabilidad de la primera idea</translation>
    </message>
    <message>
        <source>Probability of the second guess</source>
        <translation>Probabilidad de la segunda idea</translation>
    </message>
    <message>
        <source>Probability of the third guess</source>
        <translation>Probabilidad de la tercera idea</translation>
    </message>
    <message>
        <source>Find in the help</source>
        <translation>Buscar en la ayuda</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Strokewise Help</source>
        <translation>Ayuda de Strokewise</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Otras</translation>
    </message>
    <message>
        <source>The states of the drawing; Enter goes to one</source>
        <translation>Los estados del dibujo; Intro va a uno</translation>
    </message>
    <message>
        <source>What you draw is listed here; a click goes back to it.</source>
        <translation>Lo que dibujas aparece aquí; un clic vuelve a ello.</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Comienzo</translation>
    </message>
    <message>
        <source>, undone</source>
        <translation>, deshecho</translation>
    </message>
    <message>
        <source>Jobs of the Engine</source>
        <translation>Tareas del motor</translation>
    </message>
    <message>
        <source>Progress: {name}</source>
        <translation>Progreso: {name}</translation>
    </message>
    <message>
        <source>Cancel: {name}</source>
        <translation>Cancelar: {name}</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Espera su turno</translation>
    </message>
    <message>
        <source>Scroll the layers</source>
        <translation>Desplazar las capas</translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation>Añadir capa</translation>
    </message>
    <message>
        <source>Remove layer</source>
        <translation>Quitar capa</translation>
    </message>
    <message>
        <source>Merge layers</source>
        <translation>Combinar capas</translation>
    </message>
    <message>
        <source>Move layer</source>
        <translation>Mover capa</translation>
    </message>
    <message>
        <source>Rename layer</source>
        <translation>Renombrar capa</translation>
    </message>
    <message>
        <source>Show layer</source>
        <translation>Mostrar capa</translation>
    </message>
    <message>
        <source>Hide layer</source>
        <translation>Ocultar capa</translation>
    </message>
    <message>
        <source>Lock layer</source>
        <translation>Bloquear capa</translation>
    </message>
    <message>
        <source>Unlock layer</source>
        <translation>Desbloquear capa</translation>
    </message>
    <message>
        <source>Layer opacity</source>
        <translation>Opacidad de la capa</translation>
    </message>
    <message>
        <source>Opacity of the layer</source>
        <translation>Opacidad de la capa</translation>
    </message>
    <message>
        <source>&amp;Opacity</source>
        <translation>&amp;Opacidad</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Cerrar el mensaje</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Asking the shared collection</source>
        <translation>Preguntando a la colección compartida</translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <translation>Preguntando al repositorio</translation>
    </message>
    <message>
        <source>Encoding the photo</source>
        <translation>Codificando la foto</translation>
    </message>
    <message>
        <source>Leaving strokes out</source>
        <translation>Quitando trazos</translation>
    </message>
    <message>
        <source>Loading the encoder</source>
        <translation>Cargando el codificador</translation>
    </message>
    <message>
        <source>Loading the engine</source>
        <translation>Cargando el motor</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Mirando</translation>
    </message>
    <message>
        <source>Looking at the strokes</source>
        <translation>Mirando los trazos</translation>
    </message>
    <message>
        <source>Sorting the photos</source>
        <translation>Ordenando las fotos</translation>
    </message>
    <message>
        <source>Trying photos</source>
        <translation>Probando fotos</translation>
    </message>
    <message>
        <source>Trying without</source>
        <translation>Probando sin</translation>
    </message>
    <message>
        <source>Fetching {name}</source>
        <translation>Obteniendo {name}</translation>
    </message>
    <message>
        <source>Looking at {name}</source>
        <translation>Mirando {name}</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Comprobando</translation>
    </message>
    <message>
        <source>Stopped; what has arrived is kept.</source>
        <translation>Parado; lo que ha llegado se conserva.</translation>
    </message>
    <message>
        <source>All files are as they were installed.</source>
        <translation>Todos los archivos están como se instalaron.</translation>
    </message>
    <message>
        <source>{name} is installed.</source>
        <translation>{name} está instalado.</translation>
    </message>
    <message>
        <source>{answer} is removed.</source>
        <translation>{answer} se ha quitado.</translation>
    </message>
    <message>
        <source>A model looks at drawings and photos and says how alike they are. The bundled one needs no network. Nothing is downloaded until you press Fetch and have seen size and licence.</source>
        <translation>Un modelo mira dibujos y fotos y dice cuánto se parecen. El incluido no necesita red. Nada se descarga hasta que pulsas Obtener y has visto tamaño y licencia.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Speed here</source>
        <translation>Velocidad aquí</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Bueno para</translation>
    </message>
    <message>
        <source>What is veiled stays out of the sketch. Paint over the photo; the right button does the opposite, and the keys [ and ] change the brush.</source>
        <translation>Lo velado queda fuera del boceto. Pinta sobre la foto; el botón derecho hace lo contrario, y las teclas [ y ] cambian el pincel.</translation>
    </message>
    <message>
        <source>Nothing is left to sketch: paint over what you want.</source>
        <translation>No queda nada que abocetar: pinta lo que quieras.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Paint what is to be sketched</source>
        <translation>Pintar lo que se ha de abocetar</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Paint what is to be left out</source>
        <translation>Pintar lo que se ha de dejar fuera</translation>
    </message>
    <message>
        <source>Use This</source>
        <translation>Usar esto</translation>
    </message>
    <message>
        <source>What Is Sketched</source>
        <translation>Lo que se aboceta</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>Tamaño del pincel</translation>
    </message>
    <message>
        <source>Back to what was found</source>
        <translation>Volver a lo que se encontró</translation>
    </message>
    <message>
        <source>Sketch what is not veiled</source>
        <translation>Abocetar lo que no está velado</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pincel</translation>
    </message>
    <message>
        <source>Fetch…</source>
        <translation>Obtener…</translation>
    </message>
    <message>
        <source>From File…</source>
        <translation>De un archivo…</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Check Files</source>
        <translation>Comprobar archivos</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Download it?</source>
        <translation>¿Descargarlo?</translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation>Pesos (*.safetensors)</translation>
    </message>
    <message>
        <source>Weights of the Model</source>
        <translation>Pesos del modelo</translation>
    </message>
    <message>
        <source>Ask the hub for size and licence of the selected model</source>
        <translation>Preguntar al repositorio por tamaño y licencia del modelo elegido</translation>
    </message>
    <message>
        <source>Take the selected model&apos;s weights from a safetensors file</source>
        <translation>Tomar los pesos del modelo elegido de un archivo safetensors</translation>
    </message>
    <message>
        <source>Look at drawings and photos with the selected model</source>
        <translation>Mirar dibujos y fotos con el modelo elegido</translation>
    </message>
    <message>
        <source>Delete the selected model&apos;s file</source>
        <translation>Borrar el archivo del modelo elegido</translation>
    </message>
    <message>
        <source>Hash all files again and compare</source>
        <translation>Volver a calcular las sumas de todos los archivos y comparar</translation>
    </message>
    <message>
        <source>Show this model in the table</source>
        <translation>Mostrar este modelo en la tabla</translation>
    </message>
    <message>
        <source>Another model of open_clip</source>
        <translation>Otro modelo de open_clip</translation>
    </message>
    <message>
        <source>Another model, MODEL/TAG</source>
        <translation>Otro modelo, MODELO/TAG</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>unos {size}</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>instalado</translation>
    </message>
    <message>
        <source>not fetched</source>
        <translation>no obtenido</translation>
    </message>
    <message>
        <source>From: {origin}</source>
        <translation>De: {origin}</translation>
    </message>
    <message>
        <source>Back to {value_text}</source>
        <translation>Volver a {value_text}</translation>
    </message>
    <message>
        <source>Reset {text}</source>
        <translation>Restablecer {text}</translation>
    </message>
    <message>
        <source>New Page</source>
        <translation>Nueva página</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Plantillas</translation>
    </message>
    <message>
        <source>{name}
{width_px:g} × {height_px:g} px</source>
        <translation>{name}
{width_px:g} × {height_px:g} px</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Ancho</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Alto</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>A&amp;ncho</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>A&amp;lto</translation>
    </message>
    <message>
        <source>Colour of the ink</source>
        <translation>Color de la tinta</translation>
    </message>
    <message>
        <source>Width of the ink</source>
        <translation>Ancho de la tinta</translation>
    </message>
    <message>
        <source>Opacity of the ink</source>
        <translation>Opacidad de la tinta</translation>
    </message>
    <message>
        <source>Reach of the eraser</source>
        <translation>Alcance del borrador</translation>
    </message>
    <message>
        <source>Stabiliser, taper and pressure of the ink</source>
        <translation>Estabilizador, afinado y presión de la tinta</translation>
    </message>
    <message>
        <source>Colour of the Ink</source>
        <translation>Color de la tinta</translation>
    </message>
    <message>
        <source>Looking for photos</source>
        <translation>Buscando fotos</translation>
    </message>
    <message>
        <source>{photos} added.</source>
        <translation>{photos}: añadido.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>En pausa.</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 foto</translation>
    </message>
    <message>
        <source>{count:,} photos</source>
        <translation>{count:,} fotos</translation>
    </message>
    <message>
        <source>The pasted picture</source>
        <translation>La imagen pegada</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Imagen pegada</translation>
    </message>
    <message>
        <source>{name}
likeness {score:.2f} if you are drawing “{guess}”
{parent}</source>
        <translation>{name}
parecido {score:.2f} si esto va a ser «{guess}»
{parent}</translation>
    </message>
    <message>
        <source>{name}
likeness {score:.2f}
{parent}</source>
        <translation>{name}
parecido {score:.2f}
{parent}</translation>
    </message>
    <message>
        <source>{name}, likeness {score:.2f} if you are drawing “{guess}”</source>
        <translation>{name}, parecido {score:.2f} si esto va a ser «{guess}»</translation>
    </message>
    <message>
        <source>{name}, likeness {score:.2f}</source>
        <translation>{name}, parecido {score:.2f}</translation>
    </message>
    <message>
        <source>Photos like the drawing</source>
        <translation>Fotos que se parecen al dibujo</translation>
    </message>
    <message>
        <source>Scroll the photos</source>
        <translation>Desplazar las fotos</translation>
    </message>
    <message>
        <source>Scroll the photos sideways</source>
        <translation>Desplazar las fotos de lado</translation>
    </message>
    <message>
        <source>Choose a photo and draw: each stroke is shown where it lies on the photo.</source>
        <translation>Elige una foto y dibuja: cada trazo se muestra donde está en la foto.</translation>
    </message>
    <message>
        <source>Draw: each stroke is shown where it lies on the photo.</source>
        <translation>Dibuja: cada trazo se muestra donde está en la foto.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Mirando…</translation>
    </message>
    <message>
        <source>Find the photo of yours that fits best, and warp it to the drawing</source>
        <translation>Buscar entre tus fotos la que mejor va y deformarla hacia el dibujo</translation>
    </message>
    <message>
        <source>Photo to the drawing</source>
        <translation>La foto hacia el dibujo</translation>
    </message>
    <message>
        <source>Drawing to the photo</source>
        <translation>El dibujo hacia la foto</translation>
    </message>
    <message>
        <source>Choose a reference photo</source>
        <translation>Elegir una foto de referencia</translation>
    </message>
    <message>
        <source>Photo &amp;under the drawing</source>
        <translation>Foto &amp;bajo el dibujo</translation>
    </message>
    <message>
        <source>Flow as a &amp;grid</source>
        <translation>Flujo como &amp;cuadrícula</translation>
    </message>
    <message>
        <source>Move the strokes to where they lie on the photo</source>
        <translation>Mover los trazos a donde están en la foto</translation>
    </message>
    <message>
        <source>Show It as a Photo</source>
        <translation>Mostrar como foto</translation>
    </message>
    <message>
        <source>Use as Reference</source>
        <translation>Usar como referencia</translation>
    </message>
    <message>
        <source>Make it the reference photo</source>
        <translation>Convertirla en la foto de referencia</translation>
    </message>
    <message>
        <source>Put the picture away</source>
        <translation>Retirar la imagen</translation>
    </message>
    <message>
        <source>Sure of {share} of the lines.</source>
        <translation>Seguro de {share} de las líneas.</translation>
    </message>
    <message>
        <source>State of the match</source>
        <translation>Estado de la correspondencia</translation>
    </message>
    <message>
        <source>Lay the photo under the drawing and compare place by place; without it only shapes are compared, wherever you draw</source>
        <translation>Poner la foto bajo el dibujo y comparar lugar por lugar; sin esto solo se comparan las formas, dibujes donde dibujes</translation>
    </message>
    <message>
        <source>Show an even grid on the drawing, and how it lies on the photo</source>
        <translation>Mostrar una cuadrícula regular en el dibujo y cómo cae sobre la foto</translation>
    </message>
    <message>
        <source>What is warped</source>
        <translation>Qué se deforma</translation>
    </message>
    <message>
        <source>Warp the photo to the drawing, or the drawing to the photo</source>
        <translation>Deformar la foto hacia el dibujo, o el dibujo hacia la foto</translation>
    </message>
    <message>
        <source>How far it is warped</source>
        <translation>Cuánto se deforma</translation>
    </message>
    <message>
        <source>How far it is warped; nothing is changed until you pull</source>
        <translation>Cuánto se deforma; nada cambia hasta que lo lleves</translation>
    </message>
    <message>
        <source>The drawing as a photo</source>
        <translation>El dibujo como foto</translation>
    </message>
    <message>
        <source>Pull Drawing to Photo</source>
        <translation>Llevar el dibujo a la foto</translation>
    </message>
    <message>
        <source>Pull Stroke to Photo</source>
        <translation>Llevar el trazo a la foto</translation>
    </message>
    <message>
        <source>Pull {number} Strokes to Photo</source>
        <translation>Llevar {number} trazos a la foto</translation>
    </message>
    <message>
        <source>More Like This</source>
        <translation>Más como esta</translation>
    </message>
    <message>
        <source>Why This Photo?</source>
        <translation>¿Por qué esta foto?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Add a folder of photos, and those that look like your drawing appear here while you draw.</source>
        <translation>Añade una carpeta de fotos, y las que se parecen a tu dibujo aparecen aquí mientras dibujas.</translation>
    </message>
    <message>
        <source>Draw something: photos that look like it appear here.</source>
        <translation>Dibuja algo: las fotos que se le parecen aparecen aquí.</translation>
    </message>
    <message>
        <source>No photo was found here.</source>
        <translation>Aquí no se encontró ninguna foto.</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Todas las fotos</translation>
    </message>
    <message>
        <source>Add Folder…</source>
        <translation>Añadir carpeta…</translation>
    </message>
    <message>
        <source>Shared Collection…</source>
        <translation>Colección compartida…</translation>
    </message>
    <message>
        <source>Back to the Drawing</source>
        <translation>Volver al dibujo</translation>
    </message>
    <message>
        <source>My strokes</source>
        <translation>Mis trazos</translation>
    </message>
    <message>
        <source>Selected strokes</source>
        <translation>Trazos seleccionados</translation>
    </message>
    <message>
        <source>Subject…</source>
        <translation>Motivo…</translation>
    </message>
    <message>
        <source>See and correct what of the photo is sketched</source>
        <translation>Ver y corregir lo que se aboceta de la foto</translation>
    </message>
    <message>
        <source>&amp;Whole scene</source>
        <translation>&amp;Escena entera</translation>
    </message>
    <message>
        <source>Sketch the background too</source>
        <translation>Abocetar también el fondo</translation>
    </message>
    <message>
        <source>Another Stroke</source>
        <translation>Otro trazo</translation>
    </message>
    <message>
        <source>Make the chosen stroke anew; all others stay</source>
        <translation>Hacer de nuevo el trazo elegido; los demás se quedan</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Let the strokes of the locked region change again</source>
        <translation>Dejar que cambien otra vez los trazos de la zona bloqueada</translation>
    </message>
    <message>
        <source>Drawn around</source>
        <translation>Dibujado alrededor</translation>
    </message>
    <message>
        <source>Strokes of your drawing that stay; the next sketch goes with them</source>
        <translation>Trazos de tu dibujo que se quedan; el próximo boceto va con ellos</translation>
    </message>
    <message>
        <source>Draw &amp;around</source>
        <translation>Dibujar &amp;alrededor</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>One stroke back</source>
        <translation>Un trazo atrás</translation>
    </message>
    <message>
        <source>The next stroke, then rest</source>
        <translation>El trazo siguiente y luego pausa</translation>
    </message>
    <message>
        <source>Show the whole sketch again</source>
        <translation>Mostrar otra vez todo el boceto</translation>
    </message>
    <message>
        <source>Speed of the pen</source>
        <translation>Velocidad de la pluma</translation>
    </message>
    <message>
        <source>How fast the pen goes</source>
        <translation>A qué velocidad va la pluma</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Play: watch it being drawn, or draw along</source>
        <translation>Reproducir: mira cómo se dibuja, o dibuja a la vez</translation>
    </message>
    <message>
        <source>&amp;Hand-drawn</source>
        <translation>A &amp;mano alzada</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>{rstrip}; {count} could not be read.</source>
        <translation>{rstrip}; {count} no se pudieron leer.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>y {count} más</translation>
    </message>
    <message>
        <source>Look for Changes</source>
        <translation>Buscar cambios</translation>
    </message>
    <message>
        <source>Forget {folder}</source>
        <translation>Olvidar {folder}</translation>
    </message>
    <message>
        <source>Back to My Photos</source>
        <translation>Volver a mis fotos</translation>
    </message>
    <message>
        <source>Choose a folder; its photos are indexed in the background</source>
        <translation>Elige una carpeta; sus fotos se indexan en segundo plano</translation>
    </message>
    <message>
        <source>Search the photos that your studio shares</source>
        <translation>Buscar en las fotos que comparte tu estudio</translation>
    </message>
    <message>
        <source>Ask the shared collection once more</source>
        <translation>Preguntar otra vez a la colección compartida</translation>
    </message>
    <message>
        <source>Folders of photos</source>
        <translation>Carpetas de fotos</translation>
    </message>
    <message>
        <source>Search in this folder only</source>
        <translation>Buscar solo en esta carpeta</translation>
    </message>
    <message>
        <source>Folder to search in</source>
        <translation>Carpeta donde buscar</translation>
    </message>
    <message>
        <source>Scroll the folders</source>
        <translation>Desplazar las carpetas</translation>
    </message>
    <message>
        <source>Narrow by words</source>
        <translation>Acotar con palabras</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Clear the words</source>
        <translation>Borrar las palabras</translation>
    </message>
    <message>
        <source>Search by the drawing again</source>
        <translation>Buscar otra vez por el dibujo</translation>
    </message>
    <message>
        <source>Progress of the indexing</source>
        <translation>Progreso de la indexación</translation>
    </message>
    <message>
        <source>What is indexed stays, and can be searched meanwhile</source>
        <translation>Lo indexado queda, y ya se puede buscar</translation>
    </message>
    <message>
        <source>Reference picture</source>
        <translation>Imagen de referencia</translation>
    </message>
    <message>
        <source>Wheel: zoom; drag: move; double click: the whole picture</source>
        <translation>Rueda: zoom; arrastrar: mover; doble clic: la imagen entera</translation>
    </message>
    <message>
        <source>No setting is called so.</source>
        <translation>Ningún ajuste se llama así.</translation>
    </message>
    <message>
        <source>Reset All</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Undo Reset</source>
        <translation>Deshacer el restablecimiento</translation>
    </message>
    <message>
        <source>Bring back what was set before</source>
        <translation>Recuperar lo que había antes</translation>
    </message>
    <message>
        <source>All settings and shortcuts as they were at the start</source>
        <translation>Todos los ajustes y atajos como al principio</translation>
    </message>
    <message>
        <source>Search settings and shortcuts</source>
        <translation>Buscar ajustes y atajos</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>Pressure curve</source>
        <translation>Curva de presión</translation>
    </message>
    <message>
        <source>How the ink responds to pressure. Drag the points; click for a new one, double-click one to remove it.</source>
        <translation>Cómo responde la tinta a la presión. Arrastra los puntos; un clic añade uno, un doble clic lo quita.</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>{path} is no longer there</source>
        <translation>{path} ya no está ahí</translation>
    </message>
    <message>
        <source>No drawing yet</source>
        <translation>Aún no hay dibujos</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>&amp;Vaciar la lista</translation>
    </message>
    <message>
        <source>Strokewise ended before the changes to {name} were saved.</source>
        <translation>Strokewise terminó antes de que se guardaran los cambios de {name}.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Pictures to draw from: open or drop any number here. They are only to look at.</source>
        <translation>Imágenes para dibujar a partir de ellas: abre o suelta aquí las que quieras. Son solo para mirar.</translation>
    </message>
    <message>
        <source>Here only</source>
        <translation>Solo aquí</translation>
    </message>
    <message>
        <source>Under the drawing</source>
        <translation>Debajo del dibujo</translation>
    </message>
    <message>
        <source>On top of the drawing</source>
        <translation>Encima del dibujo</translation>
    </message>
    <message>
        <source>Add Pictures…</source>
        <translation>Añadir imágenes…</translation>
    </message>
    <message>
        <source>Show it at {percent} %; again: as before</source>
        <translation>Mostrarla al {percent} %; otra vez: como antes</translation>
    </message>
    <message>
        <source>Keep it where it is on the page</source>
        <translation>Mantenerla en su sitio en la página</translation>
    </message>
    <message>
        <source>Move it on the page: drag it, or its corners; Escape ends</source>
        <translation>Moverla en la página: arrástrala, o sus esquinas; Esc termina</translation>
    </message>
    <message>
        <source>Show a part only: drag a frame around it</source>
        <translation>Mostrar solo una parte: traza un marco alrededor</translation>
    </message>
    <message>
        <source>Show the whole picture again</source>
        <translation>Mostrar otra vez la imagen entera</translation>
    </message>
    <message>
        <source>Hide all pictures on the page</source>
        <translation>Ocultar todas las imágenes de la página</translation>
    </message>
    <message>
        <source>Remove this picture</source>
        <translation>Quitar esta imagen</translation>
    </message>
    <message>
        <source>Use for the Models</source>
        <translation>Usar para los modelos</translation>
    </message>
    <message>
        <source>Opacity on the page: {value:.0f} %</source>
        <translation>Opacidad en la página: {value:.0f} %</translation>
    </message>
    <message>
        <source>The Models Look at It</source>
        <translation>Los modelos la miran</translation>
    </message>
    <message>
        <source>{name} (the models look at it)</source>
        <translation>{name} (los modelos la miran)</translation>
    </message>
    <message>
        <source>Choose pictures to draw from</source>
        <translation>Elegir imágenes para dibujar a partir de ellas</translation>
    </message>
    <message>
        <source>Reference pictures</source>
        <translation>Imágenes de referencia</translation>
    </message>
    <message>
        <source>Where the picture is seen</source>
        <translation>Dónde se ve la imagen</translation>
    </message>
    <message>
        <source>Opacity on the page</source>
        <translation>Opacidad en la página</translation>
    </message>
    <message>
        <source>Let Abstract, Assist and Match look at this picture</source>
        <translation>Dejar que Abstraer, Asistente y Correspondencia miren esta imagen</translation>
    </message>
    <message>
        <source>&amp;Seen</source>
        <translation>&amp;Se ve</translation>
    </message>
    <message>
        <source>People draw first what matters most. The more the order of your strokes agrees with how much they matter to the model (+1 at most), the likelier is its view of the sketch to be right.</source>
        <translation>La gente dibuja primero lo que más importa. Cuanto más coincida el orden de tus trazos con lo que importan al modelo (+1 como máximo), más probable es que vea bien el boceto.</translation>
    </message>
    <message>
        <source>It agrees with your drawing order ({signed}): likely reliable.</source>
        <translation>Coincide con tu orden al dibujar ({signed}): probablemente fiable.</translation>
    </message>
    <message>
        <source>It agrees with your drawing order in part ({signed}).</source>
        <translation>Coincide en parte con tu orden al dibujar ({signed}).</translation>
    </message>
    <message>
        <source>It disagrees with your drawing order ({signed}): do not rely on it.</source>
        <translation>Contradice tu orden al dibujar ({signed}): no te fíes.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Asignar</translation>
    </message>
    <message>
        <source>No Keys</source>
        <translation>Sin teclas</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Select a command to change its keys.</source>
        <translation>Elige una orden para cambiar sus teclas.</translation>
    </message>
    <message>
        <source>Escape drops a stroke and Space moves the page; they stay so.</source>
        <translation>Esc descarta un trazo y Espacio mueve la página; eso se queda así.</translation>
    </message>
    <message>
        <source>{toString} belongs to {names}, which loses it.</source>
        <translation>{toString} pertenece a {names}, que lo pierde.</translation>
    </message>
    <message>
        <source>Take Over</source>
        <translation>Quedárselas</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Keys of the selected command</source>
        <translation>Teclas de la orden elegida</translation>
    </message>
    <message>
        <source>Click here and press the keys</source>
        <translation>Haz clic aquí y pulsa las teclas</translation>
    </message>
    <message>
        <source>Give the selected command these keys</source>
        <translation>Dar estas teclas a la orden elegida</translation>
    </message>
    <message>
        <source>The selected command has no keys</source>
        <translation>La orden elegida no tiene teclas</translation>
    </message>
    <message>
        <source>Back to the keys of the preset</source>
        <translation>Volver a las teclas del esquema</translation>
    </message>
    <message>
        <source>State of the shortcut</source>
        <translation>Estado del atajo</translation>
    </message>
    <message>
        <source>What the engine is doing</source>
        <translation>Qué está haciendo el motor</translation>
    </message>
    <message>
        <source>Jobs of the engine</source>
        <translation>Tareas del motor</translation>
    </message>
    <message>
        <source>Progress of the engine</source>
        <translation>Progreso del motor</translation>
    </message>
    <message>
        <source>Cancel the engine&apos;s job</source>
        <translation>Cancelar la tarea del motor</translation>
    </message>
    <message>
        <source>Encoder and device of the engine</source>
        <translation>Codificador y dispositivo del motor</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>{name} and {others} more</source>
        <translation>{name} y {others} más</translation>
    </message>
    <message>
        <source>{verb}, at a first look</source>
        <translation>{verb}, a primera vista</translation>
    </message>
    <message>
        <source>{verb} here; the whole stroke {whole}</source>
        <translation>{verb} aquí; el trazo entero {whole}</translation>
    </message>
    <message>
        <source>hardly matters</source>
        <translation>apenas importa</translation>
    </message>
    <message>
        <source>helps</source>
        <translation>ayuda</translation>
    </message>
    <message>
        <source>hurts</source>
        <translation>estorba</translation>
    </message>
    <message>
        <source>What it looks like</source>
        <translation>Lo que parece</translation>
    </message>
    <message>
        <source>A category</source>
        <translation>Una categoría</translation>
    </message>
    <message>
        <source>The reference photo</source>
        <translation>La foto de referencia</translation>
    </message>
    <message>
        <source>A text</source>
        <translation>Un texto</translation>
    </message>
    <message>
        <source>Scored by</source>
        <translation>Puntuado por</translation>
    </message>
    <message>
        <source>What strokes help or hurt</source>
        <translation>A qué ayudan o estorban los trazos</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>The category to score strokes by</source>
        <translation>La categoría por la que puntuar los trazos</translation>
    </message>
    <message>
        <source>Clear the category</source>
        <translation>Borrar la categoría</translation>
    </message>
    <message>
        <source>A few words, as “a sleeping cat”</source>
        <translation>Unas palabras, como «un gato dormido»</translation>
    </message>
    <message>
        <source>The words to score strokes by</source>
        <translation>Las palabras por las que puntuar los trazos</translation>
    </message>
    <message>
        <source>&amp;Scored by</source>
        <translation>&amp;Puntuado por</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Letra</translation>
    </message>
    <message>
        <source>Size of the letters</source>
        <translation>Tamaño de las letras</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Negrita</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Cursiva</translation>
    </message>
    <message>
        <source>does not matter</source>
        <translation>no importa</translation>
    </message>
    <message>
        <source>Legend of the tints</source>
        <translation>Leyenda de los tintes</translation>
    </message>
    <message>
        <source>Orange strokes hurt, grey ones do not matter, blue ones help</source>
        <translation>Los trazos naranjas estorban, los grises no importan, los azules ayudan</translation>
    </message>
    <message>
        <source>Write text</source>
        <translation>Escribir texto</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Recorrido</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>{at} de {count}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Dibujar</translation>
    </message>
    <message>
        <source>This page is yours: draw over the boat with mouse or pen. The wheel zooms, and the page moves while you hold the space bar.</source>
        <translation>Esta página es tuya: dibuja sobre el barco con ratón o lápiz. La rueda hace zoom, y la página se mueve mientras mantienes la barra espaciadora.</translation>
    </message>
    <message>
        <source>Choose a tool</source>
        <translation>Elegir una herramienta</translation>
    </message>
    <message>
        <source>The pen{told}, the eraser{told2} and their width and colour are here. Rest the pointer on a button to see its keys.</source>
        <translation>La pluma{told}, el borrador{told2} y su ancho y color están aquí. Deja el puntero sobre un botón para ver sus teclas.</translation>
    </message>
    <message>
        <source>Let a photo become a sketch</source>
        <translation>Convertir una foto en boceto</translation>
    </message>
    <message>
        <source>Drop a photo on the window: it becomes a sketch of as few strokes as you choose. It stays a preview until you keep it.</source>
        <translation>Suelta una foto en la ventana: se convierte en un boceto de tan pocos trazos como quieras. Es una vista previa hasta que lo conservas.</translation>
    </message>
    <message>
        <source>Look and go back</source>
        <translation>Mirar y volver atrás</translation>
    </message>
    <message>
        <source>Pictures to draw from lie in References, beside the drawing or under it. History shows every state as a small picture; a click goes there.</source>
        <translation>Las imágenes de las que dibujar están en Referencias, junto al dibujo o debajo. El historial muestra cada estado en pequeño; un clic va allí.</translation>
    </message>
    <message>
        <source>Find everything</source>
        <translation>Encontrarlo todo</translation>
    </message>
    <message>
        <source>A few letters find any command{told}; the docks come and go with one key{told2}; help is always there{told3}. What the engine does is said down here.</source>
        <translation>Unas letras encuentran cualquier orden{told}; los paneles van y vienen con una tecla{told2}; la ayuda siempre está{told3}. Lo que hace el motor se dice aquí abajo.</translation>
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
        <translation>No hay ninguna imagen en el portapapeles.</translation>
    </message>
    <message>
        <source>Keep Mine</source>
        <translation>Conservar lo mío</translation>
    </message>
    <message>
        <source>Another program changed {name}.</source>
        <translation>Otro programa ha cambiado {name}.</translation>
    </message>
    <message>
        <source>Bring It Back</source>
        <translation>Recuperarlo</translation>
    </message>
    <message>
        <source>The symbol {name} is forgotten.</source>
        <translation>El símbolo {name} se ha olvidado.</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Raise to top</source>
        <translation>Traer al frente</translation>
    </message>
    <message>
        <source>Lower to bottom</source>
        <translation>Enviar al fondo</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cortar</translation>
    </message>
    <message>
        <source>Paste stroke</source>
        <translation>Pegar trazo</translation>
    </message>
    <message>
        <source>Paste {number} strokes</source>
        <translation>Pegar {number} trazos</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Restyle</source>
        <translation>Cambiar el estilo</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Agrupar</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>Desagrupar</translation>
    </message>
    <message>
        <source>Move to layer</source>
        <translation>Mover a la capa</translation>
    </message>
    <message>
        <source>{verb} stroke</source>
        <translation>{verb}: un trazo</translation>
    </message>
    <message>
        <source>{verb} {number} strokes</source>
        <translation>{verb}: {number} trazos</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>Abriendo {name}…</translation>
    </message>
    <message>
        <source>{name} is open, but without {losses}.</source>
        <translation>{name} está abierto, pero sin {losses}.</translation>
    </message>
    <message>
        <source>Exported {name}.</source>
        <translation>{name} exportado.</translation>
    </message>
    <message>
        <source>{name} is gone from its folder; save it to keep it.</source>
        <translation>{name} ha desaparecido de su carpeta; guárdalo para conservarlo.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>Colores de la ventana</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>It is spoken from the next start on.</source>
        <translation>Se habla desde el próximo inicio.</translation>
    </message>
    <message>
        <source>Icons of the tool bar</source>
        <translation>Iconos de la barra de herramientas</translation>
    </message>
    <message>
        <source>Docks at the</source>
        <translation>Paneles</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>A la derecha</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>A la izquierda</translation>
    </message>
    <message>
        <source>Put them where the hand that draws does not come from, or where the other one reaches them.</source>
        <translation>Ponlos donde no llegue la mano que dibuja, o donde los alcance la otra.</translation>
    </message>
    <message>
        <source>Reach of the erasers</source>
        <translation>Alcance de los borradores</translation>
    </message>
    <message>
        <source>Recognise shapes when the pen is held still</source>
        <translation>Reconocer formas al dejar quieta la punta</translation>
    </message>
    <message>
        <source>Half a second of rest at the end of a stroke makes a clean line, circle, ellipse, rectangle or polygon of it. Escape keeps the stroke as it was drawn.</source>
        <translation>Medio segundo de reposo al final de un trazo lo convierte en una línea, un círculo, una elipse, un rectángulo o un polígono limpio. Esc conserva el trazo como se dibujó.</translation>
    </message>
    <message>
        <source>Show a grid on the page</source>
        <translation>Mostrar una cuadrícula en la página</translation>
    </message>
    <message>
        <source>Spacing of the grid</source>
        <translation>Separación de la cuadrícula</translation>
    </message>
    <message>
        <source>Keep to the grid</source>
        <translation>Ajustar a la cuadrícula</translation>
    </message>
    <message>
        <source>Mirror strokes left and right</source>
        <translation>Reflejar los trazos a izquierda y derecha</translation>
    </message>
    <message>
        <source>Mirror strokes top and bottom</source>
        <translation>Reflejar los trazos arriba y abajo</translation>
    </message>
    <message>
        <source>A finger on the canvas</source>
        <translation>Un dedo en el lienzo</translation>
    </message>
    <message>
        <source>Draws, until a pen is used</source>
        <translation>Dibuja, hasta que se use un lápiz</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>Dibuja</translation>
    </message>
    <message>
        <source>Moves the page</source>
        <translation>Mueve la página</translation>
    </message>
    <message>
        <source>Two fingers always move and zoom the page. While the pen is near, touches do not count.</source>
        <translation>Dos dedos siempre mueven y amplían la página. Con el lápiz cerca, los toques no cuentan.</translation>
    </message>
    <message>
        <source>Takes a colour</source>
        <translation>Toma un color</translation>
    </message>
    <message>
        <source>Erases</source>
        <translation>Borra</translation>
    </message>
    <message>
        <source>Speed of the pen that plays a redrawing</source>
        <translation>Velocidad del lápiz que reproduce lo redibujado</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Straight lines, shapes, and strokes that are moved, while the grid is shown.</source>
        <translation>Las líneas rectas, las formas y los trazos que se mueven, mientras se muestra la cuadrícula.</translation>
    </message>
    <message>
        <source>Keep to the guides</source>
        <translation>Ajustar a las guías</translation>
    </message>
    <message>
        <source>Ink, lines, shapes, and strokes that are moved, while the guides are shown.</source>
        <translation>La tinta, las líneas, las formas y los trazos que se mueven, mientras se muestran las guías.</translation>
    </message>
    <message>
        <source>Upper button of the pen</source>
        <translation>Botón superior del lápiz</translation>
    </message>
    <message>
        <source>Lower button of the pen</source>
        <translation>Botón inferior del lápiz</translation>
    </message>
    <message>
        <source>Strokes of a photo&apos;s sketch</source>
        <translation>Trazos del boceto de una foto</translation>
    </message>
    <message>
        <source>Width of a sketch&apos;s strokes</source>
        <translation>Ancho de los trazos de un boceto</translation>
    </message>
    <message>
        <source>Colour of a sketch&apos;s strokes</source>
        <translation>Color de los trazos de un boceto</translation>
    </message>
    <message>
        <source>Strokes of a sketch look drawn by hand</source>
        <translation>Los trazos de un boceto parecen hechos a mano</translation>
    </message>
    <message>
        <source>Thin at the ends and uneven between; where they lie stays the same.</source>
        <translation>Finos en los extremos y desiguales en medio; su lugar no cambia.</translation>
    </message>
    <message>
        <source>Speed of the pen that plays a sketch</source>
        <translation>Velocidad de la pluma que reproduce un boceto</translation>
    </message>
    <message>
        <source>Opacity of a new reference picture</source>
        <translation>Opacidad de una referencia nueva</translation>
    </message>
    <message>
        <source>Hide reference pictures while drawing</source>
        <translation>Ocultar las referencias al dibujar</translation>
    </message>
    <message>
        <source>Those on the page are away while the pen is down.</source>
        <translation>Las de la página desaparecen mientras la punta está apoyada.</translation>
    </message>
    <message>
        <source>Server of the shared photos that are searched</source>
        <translation>Servidor de las fotos compartidas donde se busca</translation>
    </message>
    <message>
        <source>Their collection on that server</source>
        <translation>Su colección en ese servidor</translation>
    </message>
    <message>
        <source>Shortcuts as in</source>
        <translation>Atajos como en</translation>
    </message>
    <message>
        <source>Shortcuts that the user changed, COMMAND=KEYS</source>
        <translation>Atajos cambiados por el usuario, ORDEN=TECLAS</translation>
    </message>
    <message>
        <source>Commands last chosen in the command palette</source>
        <translation>Órdenes elegidas por última vez</translation>
    </message>
    <message>
        <source>Strength of tints</source>
        <translation>Fuerza del tinte</translation>
    </message>
    <message>
        <source>What strokes are scored by</source>
        <translation>Por qué se puntúan los trazos</translation>
    </message>
    <message>
        <source>The category strokes are scored by</source>
        <translation>La categoría por la que se puntúan los trazos</translation>
    </message>
    <message>
        <source>The words strokes are scored by</source>
        <translation>Las palabras por las que se puntúan los trazos</translation>
    </message>
    <message>
        <source>What is warped to the other</source>
        <translation>Qué se deforma hacia lo otro</translation>
    </message>
    <message>
        <source>Show how the drawing lies on the photo as a grid</source>
        <translation>Mostrar con una cuadrícula cómo cae el dibujo sobre la foto</translation>
    </message>
    <message>
        <source>Variants of a redrawing</source>
        <translation>Variantes de un redibujo</translation>
    </message>
    <message>
        <source>How freely the model draws</source>
        <translation>Con cuánta libertad dibuja el modelo</translation>
    </message>
    <message>
        <source>Show how the drawing may go on</source>
        <translation>Mostrar cómo puede seguir el dibujo</translation>
    </message>
    <message>
        <source>Recognise symbols as they are drawn</source>
        <translation>Reconocer símbolos al dibujarlos</translation>
    </message>
    <message>
        <source>Put a recognised symbol in the place of what was drawn</source>
        <translation>Poner el símbolo reconocido en lugar de lo dibujado</translation>
    </message>
    <message>
        <source>Where files were last opened or saved</source>
        <translation>Dónde se abrieron o guardaron archivos por última vez</translation>
    </message>
    <message>
        <source>Drawings opened or saved last, newest first</source>
        <translation>Dibujos abiertos o guardados, los más nuevos primero</translation>
    </message>
    <message>
        <source>Files in Open Recent</source>
        <translation>Archivos en «Abrir reciente»</translation>
    </message>
    <message>
        <source>Keep reference pictures inside .strokewise files</source>
        <translation>Guardar las referencias dentro de los archivos .strokewise</translation>
    </message>
    <message>
        <source>If not, a file only remembers where on this computer they are.</source>
        <translation>Si no, un archivo solo recuerda dónde están en este equipo.</translation>
    </message>
    <message>
        <source>The tour was offered at the first start</source>
        <translation>El recorrido se ofreció en el primer inicio</translation>
    </message>
    <message>
        <source>Place of the window, base64</source>
        <translation>Lugar de la ventana, base64</translation>
    </message>
    <message>
        <source>Tool bars and docks, base64</source>
        <translation>Barras y paneles, base64</translation>
    </message>
    <message>
        <source>The settings cannot be saved: {reason}.</source>
        <translation>No se pueden guardar los ajustes: {reason}.</translation>
    </message>
    <message>
        <source>There is no closed outline around this place.</source>
        <translation>No hay ningún contorno cerrado alrededor de este punto.</translation>
    </message>
    <message>
        <source>Fill outline</source>
        <translation>Rellenar contorno</translation>
    </message>
    <message>
        <source>Draw line</source>
        <translation>Dibujar línea</translation>
    </message>
    <message>
        <source>Move stroke</source>
        <translation>Mover trazo</translation>
    </message>
    <message>
        <source>Move {number} strokes</source>
        <translation>Mover {number} trazos</translation>
    </message>
    <message>
        <source>Erase part of stroke</source>
        <translation>Borrar parte de un trazo</translation>
    </message>
    <message>
        <source>Erase parts of {count} strokes</source>
        <translation>Borrar partes de {count} trazos</translation>
    </message>
    <message>
        <source>Draw circle</source>
        <translation>Dibujar círculo</translation>
    </message>
    <message>
        <source>Draw ellipse</source>
        <translation>Dibujar elipse</translation>
    </message>
    <message>
        <source>Draw rectangle</source>
        <translation>Dibujar rectángulo</translation>
    </message>
    <message>
        <source>Draw polygon</source>
        <translation>Dibujar polígono</translation>
    </message>
    <message>
        <source>Draw stroke</source>
        <translation>Dibujar trazo</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Mover</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>Transformar</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Girar</translation>
    </message>
    <message>
        <source>Erase stroke</source>
        <translation>Borrar trazo</translation>
    </message>
    <message>
        <source>Erase {count} strokes</source>
        <translation>Borrar {count} trazos</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>Pre&amp;ferencias…</translation>
    </message>
    <message>
        <source>Show &amp;Docks</source>
        <translation>Mostrar los &amp;paneles</translation>
    </message>
    <message>
        <source>Show the docks, or hide them all</source>
        <translation>Mostrar los paneles u ocultarlos todos</translation>
    </message>
    <message>
        <source>&amp;Canvas Only</source>
        <translation>Solo el &amp;lienzo</translation>
    </message>
    <message>
        <source>Hide everything but the canvas</source>
        <translation>Ocultar todo menos el lienzo</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>Pantalla &amp;completa</translation>
    </message>
    <message>
        <source>&amp;Next Part of the Window</source>
        <translation>&amp;Siguiente parte de la ventana</translation>
    </message>
    <message>
        <source>Go on to the next part: canvas, tool bar, docks, status bar</source>
        <translation>Ir a la parte siguiente: lienzo, herramientas, paneles, barra de estado</translation>
    </message>
    <message>
        <source>&amp;Previous Part of the Window</source>
        <translation>Parte an&amp;terior de la ventana</translation>
    </message>
    <message>
        <source>Go back to the previous part of the window</source>
        <translation>Volver a la parte anterior de la ventana</translation>
    </message>
    <message>
        <source>Add &amp;Reference Pictures…</source>
        <translation>Añadir &amp;referencias…</translation>
    </message>
    <message>
        <source>Add pictures to draw from</source>
        <translation>Añadir imágenes para dibujar a partir de ellas</translation>
    </message>
    <message>
        <source>Show Reference &amp;Pictures</source>
        <translation>&amp;Mostrar las referencias</translation>
    </message>
    <message>
        <source>Show the reference pictures on the page</source>
        <translation>Mostrar las referencias en la página</translation>
    </message>
    <message>
        <source>Reference at &amp;{percent} %</source>
        <translation>Referencia al &amp;{percent} %</translation>
    </message>
    <message>
        <source>Show the selected reference picture at {percent} %; again: as before</source>
        <translation>Mostrar la referencia elegida al {percent} %; otra vez: como antes</translation>
    </message>
    <message>
        <source>&amp;Find Command…</source>
        <translation>&amp;Buscar orden…</translation>
    </message>
    <message>
        <source>Find a command by a few letters of its name</source>
        <translation>Encontrar una orden con unas letras de su nombre</translation>
    </message>
    <message>
        <source>Strokewise &amp;Help</source>
        <translation>&amp;Ayuda de Strokewise</translation>
    </message>
    <message>
        <source>&amp;Tour of the Window</source>
        <translation>&amp;Recorrido por la ventana</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>seguro</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>dudoso</translation>
    </message>
    <message>
        <source>Legend of the lines on the photo</source>
        <translation>Leyenda de las líneas sobre la foto</translation>
    </message>
    <message>
        <source>Blue lines are sure matches, grey ones are doubtful</source>
        <translation>Las líneas azules son seguras, las grises dudosas</translation>
    </message>
    <message>
        <source>Reference photo with the drawing&apos;s lines</source>
        <translation>Foto de referencia con las líneas del dibujo</translation>
    </message>
    <message>
        <source>Pull stroke to photo</source>
        <translation>Llevar trazo a la foto</translation>
    </message>
    <message>
        <source>Pull {number} strokes to photo</source>
        <translation>Llevar {number} trazos a la foto</translation>
    </message>
    <message>
        <source>Draw something first: then a photo can be found for it.</source>
        <translation>Dibuja algo primero: así se podrá encontrar una foto.</translation>
    </message>
    <message>
        <source>Add photos of your own in the Photos dock first.</source>
        <translation>Añade primero fotos tuyas en Fotos.</translation>
    </message>
    <message>
        <source>Fill A and B, and the slider goes from one to the other; with C, the model draws A − B + C.</source>
        <translation>Llena A y B, y el control va de uno a otro; con C, el modelo dibuja A − B + C.</translation>
    </message>
    <message>
        <source>Fill {place}</source>
        <translation>Llenar {place}</translation>
    </message>
    <message>
        <source>Draw {sum}</source>
        <translation>Dibujar {sum}</translation>
    </message>
    <message>
        <source>Selected Strokes</source>
        <translation>Trazos seleccionados</translation>
    </message>
    <message>
        <source>Whole Drawing</source>
        <translation>Dibujo entero</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Símbolos</translation>
    </message>
    <message>
        <source>Empty It</source>
        <translation>Vaciarlo</translation>
    </message>
    <message>
        <source>On the way from A to B…</source>
        <translation>En el camino de A a B…</translation>
    </message>
    <message>
        <source>Have the model draw the sum; each time otherwise</source>
        <translation>Que el modelo dibuje la suma; cada vez de otro modo</translation>
    </message>
    <message>
        <source>From A to B</source>
        <translation>De A a B</translation>
    </message>
    <message>
        <source>State of the blend</source>
        <translation>Estado de la mezcla</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Mezcla</translation>
    </message>
    <message>
        <source>Nothing came of this sum; try again, or other drawings.</source>
        <translation>De esta suma no salió nada; prueba otra vez, o con otros dibujos.</translation>
    </message>
    <message>
        <source>&amp;Show how it may go on</source>
        <translation>&amp;Mostrar cómo puede seguir</translation>
    </message>
    <message>
        <source>Take It</source>
        <translation>Tomarlo</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>A faint proposal on the page after each stroke</source>
        <translation>Una propuesta tenue en la página tras cada trazo</translation>
    </message>
    <message>
        <source>Draw the proposed strokes</source>
        <translation>Dibujar los trazos propuestos</translation>
    </message>
    <message>
        <source>Show another way to go on</source>
        <translation>Mostrar otro modo de seguir</translation>
    </message>
    <message>
        <source>State of the proposal</source>
        <translation>Estado de la propuesta</translation>
    </message>
    <message>
        <source>Drawing on drops the proposal.</source>
        <translation>Seguir dibujando descarta la propuesta.</translation>
    </message>
    <message>
        <source>{take} takes the proposal, {other} shows another; drawing on drops it.</source>
        <translation>{take} toma la propuesta, {other} muestra otra; seguir dibujando la descarta.</translation>
    </message>
    <message>
        <source>Proposal {place} of {count}.</source>
        <translation>Propuesta {place} de {count}.</translation>
    </message>
    <message>
        <source>It looks complete.</source>
        <translation>Parece completo.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>What of the photo is sketched</source>
        <translation>Qué se aboceta de la foto</translation>
    </message>
    <message>
        <source>Whole drawing</source>
        <translation>Dibujo entero</translation>
    </message>
    <message>
        <source>Reference photo</source>
        <translation>Foto de referencia</translation>
    </message>
    <message>
        <source>Choose a Part</source>
        <translation>Elegir una parte</translation>
    </message>
    <message>
        <source>All of It</source>
        <translation>Todo</translation>
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
        <translation>Lo que se redibuja</translation>
    </message>
    <message>
        <source>Part of the photo</source>
        <translation>Parte de la foto</translation>
    </message>
    <message>
        <source>Drag a rectangle on the photo: only that is drawn</source>
        <translation>Traza un rectángulo en la foto: solo eso se dibuja</translation>
    </message>
    <message>
        <source>Draw the whole photo</source>
        <translation>Dibujar la foto entera</translation>
    </message>
    <message>
        <source>Number of variants</source>
        <translation>Número de variantes</translation>
    </message>
    <message>
        <source>How many drawings to choose from</source>
        <translation>Entre cuántos dibujos elegir</translation>
    </message>
    <message>
        <source>Freedom</source>
        <translation>Libertad</translation>
    </message>
    <message>
        <source>To the right the model draws more freely</source>
        <translation>Hacia la derecha, el modelo dibuja con más libertad</translation>
    </message>
    <message>
        <source>Have the model draw it, stroke by stroke</source>
        <translation>Que el modelo lo dibuje, trazo a trazo</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Draw it once more, but otherwise</source>
        <translation>Dibujarlo otra vez, pero distinto</translation>
    </message>
    <message>
        <source>Progress of the redrawing</source>
        <translation>Progreso del redibujo</translation>
    </message>
    <message>
        <source>State of the redrawing</source>
        <translation>Estado del redibujo</translation>
    </message>
    <message>
        <source>A click puts a variant on the page</source>
        <translation>Un clic pone una variante en la página</translation>
    </message>
    <message>
        <source>&amp;Variants</source>
        <translation>&amp;Variantes</translation>
    </message>
    <message>
        <source>Free&amp;dom</source>
        <translation>Liber&amp;tad</translation>
    </message>
    <message>
        <source>Draw something or open a photo, and it is drawn again, stroke by stroke.</source>
        <translation>Dibuja algo o abre una foto, y se redibuja, trazo a trazo.</translation>
    </message>
    <message>
        <source>Choose a photo to draw again</source>
        <translation>Elegir una foto para redibujar</translation>
    </message>
    <message>
        <source>What the model draws</source>
        <translation>Lo que dibuja el modelo</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>How fast the pen draws</source>
        <translation>A qué velocidad dibuja la pluma</translation>
    </message>
    <message>
        <source>Put these strokes in the place of the faded ones</source>
        <translation>Poner estos trazos en lugar de los atenuados</translation>
    </message>
    <message>
        <source>Away with the preview</source>
        <translation>Quitar la vista previa</translation>
    </message>
    <message>
        <source>Have the pen rest where it is</source>
        <translation>Dejar la pluma donde está</translation>
    </message>
    <message>
        <source>Watch the pen draw it, stroke by stroke</source>
        <translation>Ver cómo lo dibuja el lápiz, trazo a trazo</translation>
    </message>
    <message>
        <source>Draw the symbol first, or select its strokes.</source>
        <translation>Dibuja antes el símbolo, o selecciona sus trazos.</translation>
    </message>
    <message>
        <source>Symbol {name}</source>
        <translation>Símbolo {name}</translation>
    </message>
    <message>
        <source>There is nothing to draw again: draw, or open a photo.</source>
        <translation>No hay nada que redibujar: dibuja, o abre una foto.</translation>
    </message>
    <message>
        <source>Done in {seconds:.1f} s.</source>
        <translation>Listo en {seconds:.1f} s.</translation>
    </message>
    <message>
        <source>Nothing came of it this time; try Again.</source>
        <translation>Esta vez no salió nada; prueba «Otra vez».</translation>
    </message>
    <message>
        <source>A collection of photos on your studio&apos;s Qdrant server, filled by &lt;code&gt;strokewise gallery share&lt;/code&gt;. Your drawing stays here: only the numbers that the encoder makes of it are sent there, and only while this collection is chosen.</source>
        <translation>Una colección de fotos en el servidor Qdrant de tu estudio, llenada por &lt;code&gt;strokewise gallery share&lt;/code&gt;. Tu dibujo se queda aquí: solo se envían allí los números que el codificador saca de él, y solo mientras esta colección está elegida.</translation>
    </message>
    <message>
        <source>Shared Collection</source>
        <translation>Colección compartida</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>Name of the collection</source>
        <translation>Nombre de la colección</translation>
    </message>
    <message>
        <source>Search There</source>
        <translation>Buscar allí</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Servidor</translation>
    </message>
    <message>
        <source>&amp;Collection</source>
        <translation>&amp;Colección</translation>
    </message>
    <message>
        <source>Asking for {name}…</source>
        <translation>Preguntando a {name}…</translation>
    </message>
    <message>
        <source>The photo and its sketch</source>
        <translation>La foto y su boceto</translation>
    </message>
    <message>
        <source>Click a stroke to choose it; drag over a region to lock it</source>
        <translation>Haz clic en un trazo para elegirlo; arrastra sobre una zona para bloquearla</translation>
    </message>
    <message>
        <source>Looks like none of the symbols.</source>
        <translation>No se parece a ninguno de los símbolos.</translation>
    </message>
    <message>
        <source>Looks like: {name}, {probability}</source>
        <translation>Parece: {name}, {probability}</translation>
    </message>
    <message>
        <source>Exported {count} symbols.</source>
        <translation>{count} símbolos exportados.</translation>
    </message>
    <message>
        <source>Imported {count} symbols.</source>
        <translation>{count} símbolos importados.</translation>
    </message>
    <message>
        <source>{name} is too large to hold symbols.</source>
        <translation>{name} es demasiado grande para contener símbolos.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>No se puede leer {name}: {reason}.</translation>
    </message>
    <message>
        <source>{name} cannot be moved: {reason}.</source>
        <translation>No se puede mover {name}: {reason}.</translation>
    </message>
    <message>
        <source>Draw a symbol, name it, and it is known again from then on.</source>
        <translation>Dibuja un símbolo, ponle nombre, y desde entonces se reconoce.</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Enseñar</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insertar</translation>
    </message>
    <message>
        <source>Make It Clean</source>
        <translation>Pasar a limpio</translation>
    </message>
    <message>
        <source>&amp;Recognise symbols as I draw</source>
        <translation>&amp;Reconocer símbolos al dibujar</translation>
    </message>
    <message>
        <source>Make them &amp;clean at once</source>
        <translation>Pasarlos a &amp;limpio al momento</translation>
    </message>
    <message>
        <source>Put the symbol&apos;s clean version in the place of what you drew</source>
        <translation>Poner la versión limpia del símbolo en lugar de lo que dibujaste</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renombrar</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Name of the symbol</source>
        <translation>Nombre del símbolo</translation>
    </message>
    <message>
        <source>The selected strokes, or what you drew last, are a symbol of this name</source>
        <translation>Los trazos seleccionados, o lo último que dibujaste, son un símbolo con este nombre</translation>
    </message>
    <message>
        <source>Double-click a name to change it</source>
        <translation>Haz doble clic en un nombre para cambiarlo</translation>
    </message>
    <message>
        <source>Draw the symbol&apos;s clean version on the page</source>
        <translation>Dibujar la versión limpia del símbolo en la página</translation>
    </message>
    <message>
        <source>Forget the symbol</source>
        <translation>Olvidar el símbolo</translation>
    </message>
    <message>
        <source>Rename, import, export</source>
        <translation>Renombrar, importar, exportar</translation>
    </message>
    <message>
        <source>Say after each stroke which symbol it looks like</source>
        <translation>Decir tras cada trazo a qué símbolo se parece</translation>
    </message>
    <message>
        <source>A moment after the pen is up, the clean version takes the place of what you drew</source>
        <translation>Un momento después de levantar la pluma, la versión limpia sustituye lo que dibujaste</translation>
    </message>
    <message>
        <source>Recognised symbol</source>
        <translation>Símbolo reconocido</translation>
    </message>
    <message>
        <source>{name}, examples: {count}</source>
        <translation>{name}, ejemplos: {count}</translation>
    </message>
    <message>
        <source>Have the model draw it again: the selected strokes, the drawing or the photo</source>
        <translation>Que el modelo lo redibuje: los trazos seleccionados, el dibujo o la foto</translation>
    </message>
    <message>
        <source>A&amp;gain</source>
        <translation>Otra &amp;vez</translation>
    </message>
    <message>
        <source>&amp;Play or Pause</source>
        <translation>&amp;Reproducir o pausar</translation>
    </message>
    <message>
        <source>Watch the pen draw the preview, point by point</source>
        <translation>Mirar cómo la pluma dibuja la vista previa, punto a punto</translation>
    </message>
    <message>
        <source>&amp;Keep Redrawing</source>
        <translation>&amp;Conservar el redibujo</translation>
    </message>
    <message>
        <source>Add the strokes of the preview to the drawing</source>
        <translation>Añadir los trazos de la vista previa al dibujo</translation>
    </message>
    <message>
        <source>R&amp;eplace by Redrawing</source>
        <translation>R&amp;eemplazar por el redibujo</translation>
    </message>
    <message>
        <source>Put the strokes of the preview in the place of those that were drawn again</source>
        <translation>Poner los trazos de la vista previa en lugar de los redibujados</translation>
    </message>
    <message>
        <source>&amp;Drop Redrawing</source>
        <translation>&amp;Descartar el redibujo</translation>
    </message>
    <message>
        <source>Show How It May Go &amp;On</source>
        <translation>Mostrar cómo puede s&amp;eguir</translation>
    </message>
    <message>
        <source>&amp;Take the Proposal</source>
        <translation>&amp;Tomar la propuesta</translation>
    </message>
    <message>
        <source>Show A&amp;nother Proposal</source>
        <translation>Mostrar &amp;otra propuesta</translation>
    </message>
    <message>
        <source>Recognise &amp;Symbols</source>
        <translation>Reconocer &amp;símbolos</translation>
    </message>
    <message>
        <source>&amp;Make It a Clean Symbol</source>
        <translation>&amp;Pasar a limpio como símbolo</translation>
    </message>
    <message>
        <source>Put the symbol&apos;s clean version in the place of what was drawn</source>
        <translation>Poner la versión limpia del símbolo en lugar de lo dibujado</translation>
    </message>
    <message>
        <source>Make Symbols &amp;Clean at Once</source>
        <translation>Pasar los símbolos a &amp;limpio al momento</translation>
    </message>
    <message>
        <source>A symbol&apos;s clean version takes the place of what was drawn by itself</source>
        <translation>La versión limpia de un símbolo sustituye por sí sola lo dibujado</translation>
    </message>
    <message>
        <source>G&amp;uides</source>
        <translation>G&amp;uías</translation>
    </message>
    <message>
        <source>Show the guides</source>
        <translation>Mostrar las guías</translation>
    </message>
    <message>
        <source>Keep &amp;to Guides</source>
        <translation>Ajus&amp;tar a las guías</translation>
    </message>
    <message>
        <source>Add &amp;Level Guide</source>
        <translation>Añadir guía &amp;horizontal</translation>
    </message>
    <message>
        <source>Add a level guide; drag it with Select, double-click it for an exact place</source>
        <translation>Añadir una guía horizontal; arrástrala con Seleccionar, doble clic para un lugar exacto</translation>
    </message>
    <message>
        <source>Add Up&amp;right Guide</source>
        <translation>Añadir guía &amp;vertical</translation>
    </message>
    <message>
        <source>Add an upright guide; drag it with Select, double-click it for an exact place</source>
        <translation>Añadir una guía vertical; arrástrala con Seleccionar, doble clic para un lugar exacto</translation>
    </message>
    <message>
        <source>Remove &amp;All Guides</source>
        <translation>Quit&amp;ar todas las guías</translation>
    </message>
    <message>
        <source>Add guide</source>
        <translation>Añadir guía</translation>
    </message>
    <message>
        <source>Move guide</source>
        <translation>Mover guía</translation>
    </message>
    <message>
        <source>Remove all guides</source>
        <translation>Quitar todas las guías</translation>
    </message>
    <message>
        <source>Draw with mouse or pen. Everything else waits until you ask for it.</source>
        <translation>Dibuja con el ratón o el lápiz. Todo lo demás espera a que lo pidas.</translation>
    </message>
    <message>
        <source>## Drawing</source>
        <translation>## Dibujar</translation>
    </message>
    <message>
        <source>Choose the **pen**, an **eraser** or another tool in the tool bar or by its key. A tablet&apos;s pressure sets the width; the eraser end of a pen erases whatever tool is chosen. **Escape** drops the stroke in progress.</source>
        <translation>Elige la **pluma**, un **borrador** u otra herramienta en la barra de herramientas o con su tecla. La presión de una tableta da la anchura; el extremo borrador de un lápiz borra sea cual sea la herramienta elegida. **Escape** descarta el trazo en curso.</translation>
    </message>
    <message>
        <source>![A house, a sun and a scribble, tinted; beside them what they look like](1_draw.png)</source>
        <translation>![Una casa, un sol y un garabato, teñidos; al lado, a qué se parecen](1_draw.png)</translation>
    </message>
    <message>
        <source>Select strokes with **Select** or the **lasso**: drag them, scale and turn them by the frame&apos;s handles. A **group** is selected as a whole. **Fill** covers the inside of an outline, of one stroke or of several.</source>
        <translation>Selecciona trazos con **Seleccionar** o con el **lazo**: arrástralos, escálalos y gíralos por los tiradores del marco. Un **grupo** se selecciona entero. **Rellenar** cubre el interior de un contorno, de un trazo o de varios.</translation>
    </message>
    <message>
        <source>**Guides**, added by the View menu, are lines to draw along: ink comes to lie on them. Drag them with **Select**, off the page to be rid of them; a double click asks for the exact place. They are part of no export.</source>
        <translation>Las **guías**, que se añaden en el menú Ver, son líneas junto a las que dibujar: la tinta se posa sobre ellas. Arrástralas con **Seleccionar**, fuera de la página para quitarlas; un doble clic pregunta el lugar exacto. No forman parte de ninguna exportación.</translation>
    </message>
    <message>
        <source>The wheel zooms to the pointer. Hold the **space bar** to move the page.</source>
        <translation>La rueda acerca hacia el puntero. Mantén la **barra espaciadora** para mover la página.</translation>
    </message>
    <message>
        <source>Undo goes back as far as you like. The **History** dock shows every state as a small picture; a click goes there, and nothing is lost until you draw something else.</source>
        <translation>Deshacer vuelve tan atrás como quieras. El panel **Historial** muestra cada estado como una imagen pequeña; un clic va a él, y nada se pierde hasta que dibujes otra cosa.</translation>
    </message>
    <message>
        <source>![The sun is selected and was moved; the History dock lists what was done](2_select.png)</source>
        <translation>![El sol está seleccionado y se ha movido; el historial muestra lo que se hizo](2_select.png)</translation>
    </message>
    <message>
        <source>## Pictures to draw from</source>
        <translation>## Imágenes de las que dibujar</translation>
    </message>
    <message>
        <source>The **References** dock takes any number of pictures. A picture is seen in the dock, under the drawing or on top of it, at any opacity. Reference pictures are part of no export unless you tick them in the Export dialog. Strokewise files (`.strokewise`) keep them; SVG files do not.</source>
        <translation>El panel **Referencias** admite cualquier número de imágenes. Una imagen se ve en el panel, debajo del dibujo o encima de él, con cualquier opacidad. Las imágenes de referencia no forman parte de ninguna exportación si no las marcas en el diálogo Exportar. Los archivos de Strokewise (`.strokewise`) las guardan; los archivos SVG no.</translation>
    </message>
    <message>
        <source>- *Move*: drag the picture, or a corner to scale it; arrow keys, plus and minus do the same. Escape ends.
- *Lock*: the picture stays where it is.
- *Crop*: drag a frame; the rest is kept and can be shown again.
- *Use for the Models*: Abstract, Assist and Match look at this picture.</source>
        <translation>- *Mover*: arrastra la imagen, o una esquina para escalarla; las flechas, más y menos hacen lo mismo. Escape termina.
- *Bloquear*: la imagen se queda donde está.
- *Recortar*: arrastra un marco; el resto se conserva y puede mostrarse otra vez.
- *Usar para los modelos*: Abstraer, Asistente y Correspondencia miran esta imagen.</translation>
    </message>
    <message>
        <source>## What the models do</source>
        <translation>## Qué hacen los modelos</translation>
    </message>
    <message>
        <source>Nothing is sent anywhere: the models run on this machine. Their results are previews, or edits that you can undo. **Assist** says what the drawing looks like and tints strokes while you draw: blue helps, orange hurts, grey does not matter. *Clean My Sketch* shows the drawing without what hurts; *What It Hangs On* marks the short stroke that makes the guess. The status bar names the encoder and the device in use; a click on a job there lists all jobs, each with its own cancel.</source>
        <translation>Nada se envía a ninguna parte: los modelos funcionan en este equipo. Sus resultados son vistas previas, o ediciones que puedes deshacer. **Asistente** dice a qué se parece el dibujo y tiñe los trazos mientras dibujas: el azul ayuda, el naranja perjudica, el gris no importa. *Limpiar mi boceto* muestra el dibujo sin lo que perjudica; *De qué depende* marca el trazo corto que decide la suposición. La barra de estado nombra el codificador y el dispositivo en uso; un clic en una tarea muestra todas, cada una con su propio botón para cancelar.</translation>
    </message>
    <message>
        <source>![Before and after cleaning: the scribble is faint](3_clean.png)</source>
        <translation>![Antes y después de limpiar: el garabato se ve tenue](3_clean.png)</translation>
    </message>
    <message>
        <source>## A photo as a sketch</source>
        <translation>## Una foto como boceto</translation>
    </message>
    <message>
        <source>**Abstract** turns a photo into a sketch of as few strokes as you choose. The slider shows the nearest sketch that is ready at once, and refines it; *Fewest* chooses for you. What is veiled in the dock&apos;s picture stays out: *Subject…* corrects that with a brush, *Whole scene* lifts it.</source>
        <translation>**Abstraer** convierte una foto en un boceto de tan pocos trazos como elijas. El control muestra enseguida el boceto listo más cercano y lo refina; *Los menos* elige por ti. Lo que está velado en la imagen del panel queda fuera: *Motivo…* lo corrige con un pincel, *Escena entera* lo levanta.</translation>
    </message>
    <message>
        <source>![A photo of a cat under the sketch that is being made of it](4_abstract.png)</source>
        <translation>![La foto de un gato bajo el boceto que se está haciendo de ella](4_abstract.png)</translation>
    </message>
    <message>
        <source>- *Play* draws the sketch on the canvas stroke by stroke, at your speed, so that you can draw along.
- *Draw around* makes the next sketch go with strokes of yours, which stay as they are.
- Click a stroke in the dock&apos;s picture, then *Another Stroke*. Drag over a region, and the strokes in it stay at the next *Start*. The arrow keys go from stroke to stroke, and the space bar asks for another.
- Width, colour and *Hand-drawn* change how the strokes look, not where they lie.</source>
        <translation>- *Reproducir* dibuja el boceto en el lienzo trazo a trazo, a tu velocidad, para que puedas dibujar a la vez.
- *Dibujar alrededor* hace que el siguiente boceto acompañe a trazos tuyos, que se quedan como están.
- Haz clic en un trazo de la imagen del panel y luego en *Otro trazo*. Arrastra sobre una zona, y los trazos que hay en ella se quedan en el próximo *Empezar*. Las flechas van de trazo en trazo, y la barra espaciadora pide otro.
- La anchura, el color y *A mano alzada* cambian el aspecto de los trazos, no su lugar.</translation>
    </message>
    <message>
        <source>![The sketch is kept: strokes like all others](5_keep.png)</source>
        <translation>![El boceto se ha conservado: trazos como todos los demás](5_keep.png)</translation>
    </message>
    <message>
        <source>## Where is this on the photo?</source>
        <translation>## ¿Dónde está esto en la foto?</translation>
    </message>
    <message>
        <source>**Match** shows where each stroke lies on the reference photo; what is doubtful is grey and dashed. Point at a stroke to see its place on the photo, or at the photo to see its place in the drawing. A slider warps the photo to the drawing, or shows the drawing pulled to the photo; *Pull to Photo* then moves the selected strokes, or all of them, that far. While the photo lies under the drawing, place counts; without it only the shape does. *Show It as a Photo* finds the photo of yours that fits best and warps it to the drawing.</source>
        <translation>**Correspondencia** muestra dónde está cada trazo en la foto de referencia; lo dudoso es gris y discontinuo. Señala un trazo para ver su lugar en la foto, o la foto para ver su lugar en el dibujo. Un control deforma la foto hacia el dibujo, o muestra el dibujo llevado a la foto; *Llevar a la foto* mueve entonces los trazos seleccionados, o todos, hasta ahí. Mientras la foto está bajo el dibujo cuenta el lugar; sin ella, solo la forma. *Mostrar como foto* busca la foto tuya que mejor encaja y la deforma hacia el dibujo.</translation>
    </message>
    <message>
        <source>## Drawn again</source>
        <translation>## Dibujado otra vez</translation>
    </message>
    <message>
        <source>**Redraw** draws the selected strokes, the drawing or the photo again, in a few strokes of its own:</source>
        <translation>**Redibujar** dibuja otra vez los trazos seleccionados, el dibujo o la foto, con unos pocos trazos propios:</translation>
    </message>
    <message>
        <source>- *Redraw*: choose a variant, watch the pen draw it, and keep it, or let it replace the strokes it was made from.
- *Finish*: after each stroke a faint proposal shows how the drawing may go on. One key takes it, another shows the next; drawing on drops it.
- *Blend*: fill the slots A, B and C, and see A − B + C, or go from A to B with the slider.
- *Symbols*: draw a symbol and name it, and it is known again. One key puts its clean version in the place of what you drew.</source>
        <translation>- *Redibujar*: elige una variante, mira cómo la dibuja la pluma y consérvala, o deja que sustituya a los trazos de los que salió.
- *Terminar*: después de cada trazo, una propuesta tenue muestra cómo puede seguir el dibujo. Una tecla la acepta, otra muestra la siguiente; seguir dibujando la descarta.
- *Mezcla*: llena los huecos A, B y C y mira A − B + C, o ve de A a B con el control.
- *Símbolos*: dibuja un símbolo y ponle nombre, y se reconocerá. Una tecla pone su versión limpia en el lugar de lo que dibujaste.</translation>
    </message>
    <message>
        <source>## Files</source>
        <translation>## Archivos</translation>
    </message>
    <message>
        <source>**Export** writes PNG at any scale, with or without the white of the page, PDF and SVG. If the program or the machine stops, the next start offers what you drew.</source>
        <translation>**Exportar** escribe PNG a cualquier escala, con o sin el blanco de la página, PDF y SVG. Si el programa o el equipo se detienen, el siguiente inicio ofrece lo que dibujaste.</translation>
    </message>
    <message>
        <source>![The Export dialog](6_export.png)</source>
        <translation>![El diálogo Exportar](6_export.png)</translation>
    </message>
    <message>
        <source>## The window</source>
        <translation>## La ventana</translation>
    </message>
    <message>
        <source>Docks can be dragged, laid on each other, and closed; the View menu brings them back. One key hides all docks, another leaves the canvas alone. **F6** goes round the parts of the window without a mouse. **Find Command** finds everything by a few letters of its name. Every key can be changed in **Preferences**, where the keys of Krita and Inkscape are ready to choose.</source>
        <translation>Los paneles se pueden arrastrar, poner unos sobre otros y cerrar; el menú Ver los trae de vuelta. Una tecla oculta todos los paneles, otra deja solo el lienzo. **F6** recorre las partes de la ventana sin ratón. **Buscar orden** encuentra todo con unas letras de su nombre. Cada tecla se puede cambiar en **Preferencias**, donde las teclas de Krita e Inkscape están listas para elegir.</translation>
    </message>
</context>
</TS>
