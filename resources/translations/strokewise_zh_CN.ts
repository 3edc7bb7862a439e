<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>The page you draw on</source>
        <translation>你作画的页面</translation>
    </message>
    <message>
        <source>Remove guide</source>
        <translation>移除参考线</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>New Pa&amp;ge…</source>
        <translation>新建页面(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;Photo…</source>
        <translation>打开照片(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>钢笔</translation>
    </message>
    <message>
        <source>Pen: draw</source>
        <translation>钢笔：绘画</translation>
    </message>
    <message>
        <source>Pencil</source>
        <translation>铅笔</translation>
    </message>
    <message>
        <source>Pencil: broad when the stylus is tilted</source>
        <translation>铅笔：倾斜时笔迹变宽</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>马克笔</translation>
    </message>
    <message>
        <source>Marker: broad and see-through</source>
        <translation>马克笔：宽而半透明</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>Straight line; Shift turns it in steps of 15 degrees</source>
        <translation>直线；按住 Shift 以 15 度为步长旋转</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮</translation>
    </message>
    <message>
        <source>Eraser: remove the strokes you touch</source>
        <translation>橡皮：擦去碰到的笔画</translation>
    </message>
    <message>
        <source>Partial Eraser</source>
        <translation>局部橡皮</translation>
    </message>
    <message>
        <source>Partial eraser: remove the ink you pass over</source>
        <translation>局部橡皮：只擦去经过的墨迹</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Select: click strokes or draw a rectangle</source>
        <translation>选择：点击笔画或拖出矩形</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>套索</translation>
    </message>
    <message>
        <source>Lasso: draw around the strokes to select</source>
        <translation>套索：圈出要选的笔画</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Fill: cover the inside of a closed stroke with ink</source>
        <translation>填充：用墨迹铺满闭合笔画的内部</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Text: letters as strokes along their outlines</source>
        <translation>文字：沿字形轮廓生成笔画</translation>
    </message>
    <message>
        <source>Eyedropper</source>
        <translation>吸管</translation>
    </message>
    <message>
        <source>Eyedropper: take a colour; or hold Alt while drawing</source>
        <translation>吸管：吸取颜色；绘制时也可按住 Alt</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>抓手</translation>
    </message>
    <message>
        <source>Hand: move the page; or hold the space bar</source>
        <translation>抓手：移动页面；也可按住空格键</translation>
    </message>
    <message>
        <source>&amp;Smooth Strokes</source>
        <translation>平滑笔画(&amp;S)</translation>
    </message>
    <message>
        <source>Smooth strokes while drawing</source>
        <translation>绘制时平滑笔画</translation>
    </message>
    <message>
        <source>&amp;Mirror Left and Right</source>
        <translation>左右镜像(&amp;M)</translation>
    </message>
    <message>
        <source>Mirror &amp;Top and Bottom</source>
        <translation>上下镜像(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Grid</source>
        <translation>网格(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Keep to Grid</source>
        <translation>对齐网格(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>模型(&amp;M)…</translation>
    </message>
    <message>
        <source>Models: choose the encoder</source>
        <translation>模型：选择编码器</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Fit Page</source>
        <translation>适合页面(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Start Sketch</source>
        <translation>开始素描(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Cancel Sketch</source>
        <translation>取消素描(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Keep Sketch</source>
        <translation>保留素描(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Tint Strokes</source>
        <translation>为笔画着色(&amp;T)</translation>
    </message>
    <message>
        <source>Tint strokes by what they say</source>
        <translation>按笔画的作用着色</translation>
    </message>
    <message>
        <source>&amp;Clean My Sketch…</source>
        <translation>清理我的草图(&amp;C)…</translation>
    </message>
    <message>
        <source>What It &amp;Hangs On</source>
        <translation>取决于哪一笔(&amp;H)</translation>
    </message>
    <message>
        <source>P&amp;ull to Photo</source>
        <translation>拉向照片(&amp;U)</translation>
    </message>
    <message>
        <source>Show It as a Phot&amp;o</source>
        <translation>显示为照片(&amp;O)</translation>
    </message>
    <message>
        <source>Move the selected strokes, or all, to where they lie on the photo</source>
        <translation>把所选笔画（或全部）移到它们在照片上的位置</translation>
    </message>
    <message>
        <source>Show &amp;Flow to the Photo</source>
        <translation>显示到照片的对应流(&amp;F)</translation>
    </message>
    <message>
        <source>Show as a grid how the drawing lies on the photo</source>
        <translation>用网格显示画在照片上的位置</translation>
    </message>
    <message>
        <source>Find the photo that fits the drawing best, and warp it to the drawing</source>
        <translation>找到最合适这幅画的照片，并使它变形贴合画</translation>
    </message>
    <message>
        <source>&amp;About Strokewise</source>
        <translation>关于 Strokewise(&amp;A)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>再制(&amp;D)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>删除(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>编组(&amp;G)</translation>
    </message>
    <message>
        <source>Ung&amp;roup</source>
        <translation>取消编组(&amp;R)</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Select &amp;None</source>
        <translation>全不选(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Raise</source>
        <translation>上移(&amp;R)</translation>
    </message>
    <message>
        <source>L&amp;ower</source>
        <translation>下移(&amp;O)</translation>
    </message>
    <message>
        <source>Raise to To&amp;p</source>
        <translation>移到最上(&amp;P)</translation>
    </message>
    <message>
        <source>Lower to &amp;Bottom</source>
        <translation>移到最下(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>图层(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation>照片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Assist</source>
        <translation>助手(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Redraw</source>
        <translation>重画(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>{name} could not be written: {reason}.</source>
        <translation>无法写入 {name}：{reason}。</translation>
    </message>
    <message>
        <source>What is on the clipboard</source>
        <translation>剪贴板的内容</translation>
    </message>
    <message>
        <source>There are no lines on the clipboard.</source>
        <translation>剪贴板上没有线条。</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新载入</translation>
    </message>
    <message>
        <source>A page cannot have a side of {side:g} px.</source>
        <translation>页面的边长不能是 {side:g} px。</translation>
    </message>
    <message>
        <source>A drawing can have {max_layers} layers at most.</source>
        <translation>一幅画最多有 {max_layers} 个图层。</translation>
    </message>
    <message>
        <source>A drawing can have {max_guides} guides at most.</source>
        <translation>一幅画最多有 {max_guides} 条参考线。</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>The layer {name} is {state}; choose another one to draw on.</source>
        <translation>图层“{name}”{state}；请换一个图层作画。</translation>
    </message>
    <message>
        <source>The layer {name} is locked; its strokes must stay.</source>
        <translation>图层“{name}”已锁定，其中的笔画不能动。</translation>
    </message>
    <message>
        <source>{some} or {last}</source>
        <translation>{some} 或 {last}</translation>
    </message>
    <message>
        <source>{name} cannot be written: use a name in {formats}.</source>
        <translation>无法写入 {name}：文件名须以 {formats} 结尾。</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some} 和 {last}</translation>
    </message>
    <message>
        <source>Unsaved work is not being backed up: {reason}.</source>
        <translation>未保存的内容没有得到备份：{reason}。</translation>
    </message>
    <message>
        <source>Layer 1</source>
        <translation>图层 1</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>The last layer must stay.</source>
        <translation>最后一个图层必须保留。</translation>
    </message>
    <message>
        <source>There is no layer below to merge with.</source>
        <translation>下方没有可以合并的图层。</translation>
    </message>
    <message>
        <source>The layer {name} is hidden; show it to merge it.</source>
        <translation>图层“{name}”已隐藏；显示后才能合并。</translation>
    </message>
    <message>
        <source>The layer {name} is locked.</source>
        <translation>图层“{name}”已锁定。</translation>
    </message>
    <message>
        <source>Layer {number}</source>
        <translation>图层 {number}</translation>
    </message>
    <message>
        <source>{name} is damaged: it cannot be unpacked.</source>
        <translation>{name} 已损坏，无法解包。</translation>
    </message>
    <message>
        <source>{name} was saved by a newer Strokewise; update to open it.</source>
        <translation>{name} 由更新版本的 Strokewise 保存；请更新后再打开。</translation>
    </message>
    <message>
        <source>{name} is not a drawing of Strokewise.</source>
        <translation>{name} 不是 Strokewise 的画。</translation>
    </message>
    <message>
        <source>{name} has more than {max_photos} photos.</source>
        <translation>{name} 中的照片超过 {max_photos} 张。</translation>
    </message>
    <message>
        <source>{name} describes a photo that is none.</source>
        <translation>{name} 描述的照片无效。</translation>
    </message>
    <message>
        <source>{name} has more than {max_members} parts.</source>
        <translation>{name} 的部分超过 {max_members} 个。</translation>
    </message>
    <message>
        <source>{name} is damaged or no drawing: it has no {member}.</source>
        <translation>{name} 已损坏或不是画：缺少 {member}。</translation>
    </message>
    <message>
        <source>{name} is packed in a way that is not accepted.</source>
        <translation>{name} 的打包方式不被接受。</translation>
    </message>
    <message>
        <source>{name} has a part larger than {most_bytes} MB.</source>
        <translation>{name} 中有一部分超过 {most_bytes} MB。</translation>
    </message>
    <message>
        <source>The scale of an image must be a positive number.</source>
        <translation>图像的比例必须是正数。</translation>
    </message>
    <message>
        <source>An image of {width} x {height} px is too large; it may have {max_pixels} megapixels.</source>
        <translation>{width} x {height} px 的图像太大；最多 {max_pixels} 百万像素。</translation>
    </message>
    <message>
        <source>{name} is not a journal of Strokewise.</source>
        <translation>{name} 不是 Strokewise 的日志。</translation>
    </message>
    <message>
        <source>{name} could not be read: {reason}.</source>
        <translation>无法读取 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{name} breaks off before its first drawing.</source>
        <translation>{name} 在第一幅画之前就中断了。</translation>
    </message>
    <message>
        <source>A stroke needs at least one point.</source>
        <translation>一笔至少要有一个点。</translation>
    </message>
    <message>
        <source>A stroke cannot be {width_px:g} px wide.</source>
        <translation>笔画宽度不能是 {width_px:g} px。</translation>
    </message>
    <message>
        <source>{text!r} is not a colour of the form #rrggbb.</source>
        <translation>{text!r} 不是 #rrggbb 形式的颜色。</translation>
    </message>
    <message>
        <source>A number of the drawing is not finite.</source>
        <translation>画中有一个数不是有限数。</translation>
    </message>
    <message>
        <source>A number of the drawing is out of all bounds.</source>
        <translation>画中有一个数超出了所有界限。</translation>
    </message>
    <message>
        <source>The points of a stroke must be pairs of x and y.</source>
        <translation>笔画的点必须是 x 和 y 的数对。</translation>
    </message>
    <message>
        <source>The points of a stroke must have x, y, pressure and time.</source>
        <translation>笔画的点必须有 x、y、压力和时间。</translation>
    </message>
    <message>
        <source>A stroke has a time out of all bounds.</source>
        <translation>有一笔的时间超出了所有界限。</translation>
    </message>
    <message>
        <source>A Bezier stroke needs four control points for each of its segments.</source>
        <translation>贝塞尔笔画的每一段需要四个控制点。</translation>
    </message>
    <message>
        <source>The segments of a Bezier stroke must be connected.</source>
        <translation>贝塞尔笔画的各段必须相连。</translation>
    </message>
    <message>
        <source>A stroke lies too far outside of the page.</source>
        <translation>有一笔离页面太远。</translation>
    </message>
    <message>
        <source>Its clip paths take too long to follow.</source>
        <translation>它的裁剪路径处理起来太久。</translation>
    </message>
    <message>
        <source>It draws more than {max_flat_nodes:,} elements.</source>
        <translation>它绘制的元素超过 {max_flat_nodes:,} 个。</translation>
    </message>
    <message>
        <source>It nests its elements more than {max_depth} deep.</source>
        <translation>它的元素嵌套超过 {max_depth} 层。</translation>
    </message>
    <message>
        <source>It has more than {max_numbers:,} numbers in paths.</source>
        <translation>它的路径中的数超过 {max_numbers:,} 个。</translation>
    </message>
    <message>
        <source>It has a number that is too long.</source>
        <translation>其中有一个数太长。</translation>
    </message>
    <message>
        <source>It has an attribute that is too long.</source>
        <translation>其中有一个属性太长。</translation>
    </message>
    <message>
        <source>Its SVG cannot be understood.</source>
        <translation>无法理解它的 SVG。</translation>
    </message>
    <message>
        <source>{name} is larger than {max_own_bytes} MB.</source>
        <translation>{name} 大于 {max_own_bytes} MB。</translation>
    </message>
    <message>
        <source>{name} is compressed; unpack it to a plain SVG file first.</source>
        <translation>{name} 是压缩的；请先解压成普通的 SVG 文件。</translation>
    </message>
    <message>
        <source>its XML breaks off in line {lineno}</source>
        <translation>XML 在第 {lineno} 行中断</translation>
    </message>
    <message>
        <source>{name} is not an SVG file ({where}).</source>
        <translation>{name} 不是 SVG 文件（{where}）。</translation>
    </message>
    <message>
        <source>{name} is in a text encoding that cannot be read.</source>
        <translation>{name} 的文字编码无法读取。</translation>
    </message>
    <message>
        <source>{name} has more than {max_nodes:,} elements.</source>
        <translation>{name} 的元素超过 {max_nodes:,} 个。</translation>
    </message>
    <message>
        <source>{name} nests its elements more than {max_depth} deep.</source>
        <translation>{name} 的元素嵌套超过 {max_depth} 层。</translation>
    </message>
    <message>
        <source>{name} is not an SVG file.</source>
        <translation>{name} 不是 SVG 文件。</translation>
    </message>
    <message>
        <source>{name} is larger than {limit} MB.</source>
        <translation>{name} 大于 {limit} MB。</translation>
    </message>
    <message>
        <source>{name} has a document type, which is not accepted.</source>
        <translation>{name} 带有文档类型，这不被接受。</translation>
    </message>
    <message>
        <source>{name} declares entities, which are not accepted.</source>
        <translation>{name} 声明了实体，这不被接受。</translation>
    </message>
    <message>
        <source>It has more than {max_points:,} points.</source>
        <translation>它的点超过 {max_points:,} 个。</translation>
    </message>
    <message>
        <source>1 text</source>
        <translation>1 处文字</translation>
    </message>
    <message>
        <source>{n} texts</source>
        <translation>{n} 处文字</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 张图片</translation>
    </message>
    <message>
        <source>{n} pictures</source>
        <translation>{n} 张图片</translation>
    </message>
    <message>
        <source>1 embedded page</source>
        <translation>1 个嵌入页面</translation>
    </message>
    <message>
        <source>{n} embedded pages</source>
        <translation>{n} 个嵌入页面</translation>
    </message>
    <message>
        <source>1 gradient</source>
        <translation>1 个渐变</translation>
    </message>
    <message>
        <source>{n} gradients</source>
        <translation>{n} 个渐变</translation>
    </message>
    <message>
        <source>1 dash</source>
        <translation>1 处虚线</translation>
    </message>
    <message>
        <source>{n} dashes</source>
        <translation>{n} 处虚线</translation>
    </message>
    <message>
        <source>1 mask</source>
        <translation>1 个蒙版</translation>
    </message>
    <message>
        <source>{n} masks</source>
        <translation>{n} 个蒙版</translation>
    </message>
    <message>
        <source>1 filter</source>
        <translation>1 个滤镜</translation>
    </message>
    <message>
        <source>{n} filters</source>
        <translation>{n} 个滤镜</translation>
    </message>
    <message>
        <source>1 clip</source>
        <translation>1 处裁剪</translation>
    </message>
    <message>
        <source>{n} clips</source>
        <translation>{n} 处裁剪</translation>
    </message>
    <message>
        <source>1 fill</source>
        <translation>1 处填充</translation>
    </message>
    <message>
        <source>{n} fills</source>
        <translation>{n} 处填充</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {error}</source>
        <translation>无法打开 {name}：{error}</translation>
    </message>
    <message>
        <source>Its transforms are out of all bounds.</source>
        <translation>它的变换超出了所有界限。</translation>
    </message>
    <message>
        <source>Sketch</source>
        <translation>草图</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>正方形</translation>
    </message>
    <message>
        <source>Wide screen</source>
        <translation>宽屏</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>A4 upright</source>
        <translation>A4 纵向</translation>
    </message>
    <message>
        <source>A4 on its side</source>
        <translation>A4 横向</translation>
    </message>
    <message>
        <source>A5 upright</source>
        <translation>A5 纵向</translation>
    </message>
    <message>
        <source>Letter upright</source>
        <translation>Letter 纵向</translation>
    </message>
    <message>
        <source>Letter on its side</source>
        <translation>Letter 横向</translation>
    </message>
    <message>
        <source>Something went wrong inside Strokewise; details are in {log_path}.</source>
        <translation>Strokewise 内部出了问题；详情见 {log_path}。</translation>
    </message>
    <message>
        <source>Something went wrong inside Strokewise; the crash log could not be written.</source>
        <translation>Strokewise 内部出了问题；崩溃日志也无法写入。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>加权</translation>
    </message>
    <message>
        <source>Pulled string</source>
        <translation>拉绳</translation>
    </message>
    <message>
        <source>pen</source>
        <translation>钢笔</translation>
    </message>
    <message>
        <source>pencil</source>
        <translation>铅笔</translation>
    </message>
    <message>
        <source>marker</source>
        <translation>马克笔</translation>
    </message>
    <message>
        <source>Width of the {tool}</source>
        <translation>{tool}的宽度</translation>
    </message>
    <message>
        <source>Colour of the {tool}</source>
        <translation>{tool}的颜色</translation>
    </message>
    <message>
        <source>Opacity of the {tool}</source>
        <translation>{tool}的不透明度</translation>
    </message>
    <message>
        <source>Stabiliser of the {tool}</source>
        <translation>{tool}的防抖</translation>
    </message>
    <message>
        <source>Weighted: trembling is filtered out, and the stroke lags a little behind the hand. Pulled string: the pen pulls the ink behind it.</source>
        <translation>加权：滤去抖动，笔画略微落后于手。拉绳：笔拖着墨迹走。</translation>
    </message>
    <message>
        <source>Strength of the {tool}&apos;s stabiliser</source>
        <translation>{tool}的防抖强度</translation>
    </message>
    <message>
        <source>Taper at the ends of {tool} strokes</source>
        <translation>{tool}笔画两端的渐细长度</translation>
    </message>
    <message>
        <source>Broader when the {tool} is tilted</source>
        <translation>{tool}倾斜时变宽</translation>
    </message>
    <message>
        <source>How much broader the ink is when the stylus is laid down; 0 for not at all.</source>
        <translation>笔放平时墨迹变宽多少；0 表示不变。</translation>
    </message>
    <message>
        <source>Draw ahead of the {tool}</source>
        <translation>{tool}提前绘制</translation>
    </message>
    <message>
        <source>Live ink is drawn a little ahead of the stylus, where it is likely to go.</source>
        <translation>墨迹会画到笔的前面一点，即它可能去的地方。</translation>
    </message>
    <message>
        <source>Pressure response of the {tool}</source>
        <translation>{tool}的压力响应</translation>
    </message>
    <message>
        <source>A pressure curve has {min_points} to {max_points} points.</source>
        <translation>压力曲线有 {min_points} 到 {max_points} 个点。</translation>
    </message>
    <message>
        <source>A pressure curve lies between 0 and 1.</source>
        <translation>压力曲线在 0 和 1 之间。</translation>
    </message>
    <message>
        <source>A pressure curve never falls.</source>
        <translation>压力曲线从不下降。</translation>
    </message>
    <message>
        <source>That is no pressure curve.</source>
        <translation>这不是压力曲线。</translation>
    </message>
    <message>
        <source>&amp;Add Layer</source>
        <translation>添加图层(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove Layer</source>
        <translation>删除图层(&amp;R)</translation>
    </message>
    <message>
        <source>Remove the layer with its strokes</source>
        <translation>删除图层及其笔画</translation>
    </message>
    <message>
        <source>&amp;Merge Down</source>
        <translation>向下合并(&amp;M)</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move the layer up</source>
        <translation>把图层上移</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>Move the layer down</source>
        <translation>把图层下移</translation>
    </message>
    <message>
        <source>Move &amp;Selection to This Layer</source>
        <translation>把选中的移到此图层(&amp;S)</translation>
    </message>
    <message>
        <source>Draw on the Layer A&amp;bove</source>
        <translation>在上一图层作画(&amp;B)</translation>
    </message>
    <message>
        <source>Draw on the Layer B&amp;elow</source>
        <translation>在下一图层作画(&amp;E)</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Strokewise {version}&lt;/h3&gt;&lt;p&gt;A drawing program that sees what you draw.&lt;/p&gt;&lt;p&gt;Open source under the Apache License 2.0.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Strokewise {version}&lt;/h3&gt;&lt;p&gt;一个看得懂你在画什么的绘画程序。&lt;/p&gt;&lt;p&gt;以 Apache License 2.0 开源。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Assist</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>抽象</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>对应</translation>
    </message>
    <message>
        <source>Redraw</source>
        <translation>重画</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>References</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Take the Tour</source>
        <translation>开始导览</translation>
    </message>
    <message>
        <source>Welcome to Strokewise. A tour of five steps shows what is where.</source>
        <translation>欢迎使用 Strokewise。五步导览带你认识各个部分。</translation>
    </message>
    <message>
        <source>Not Now</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>{text} brings the bars back.</source>
        <translation>按 {text} 可恢复各栏。</translation>
    </message>
    <message>
        <source>The window&apos;s bars are hidden.</source>
        <translation>窗口的各栏已隐藏。</translation>
    </message>
    <message>
        <source>About Strokewise</source>
        <translation>关于 Strokewise</translation>
    </message>
    <message>
        <source>Drop or paste a photo, and it becomes a sketch of as few strokes as you choose.</source>
        <translation>拖入或粘贴一张照片，它会变成一幅素描，笔画多少由你定。</translation>
    </message>
    <message>
        <source>Open Photo…</source>
        <translation>打开照片…</translation>
    </message>
    <message>
        <source>Choose a photo to sketch</source>
        <translation>选择要素描的照片</translation>
    </message>
    <message>
        <source>Fewest</source>
        <translation>最少</translation>
    </message>
    <message>
        <source>As few strokes as keep it recognisable</source>
        <translation>用尽量少而仍能辨认的笔画</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Sketch the photo anew</source>
        <translation>重新素描这张照片</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop here; the best sketch so far stays</source>
        <translation>到此为止；保留目前最好的素描</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Add these strokes to the drawing</source>
        <translation>把这些笔画加入画中</translation>
    </message>
    <message>
        <source>Show photo</source>
        <translation>显示照片</translation>
    </message>
    <message>
        <source>Remove Photo</source>
        <translation>移除照片</translation>
    </message>
    <message>
        <source>Away with photo and preview</source>
        <translation>移除照片和预览</translation>
    </message>
    <message>
        <source>Looking for the fewest that will do; ready: {numbers}</source>
        <translation>正在找够用的最少笔画；已备好：{numbers}</translation>
    </message>
    <message>
        <source>Ready at once: {numbers}; more to come</source>
        <translation>随时可用：{numbers}；还有更多</translation>
    </message>
    <message>
        <source>Ready at once: {numbers}</source>
        <translation>随时可用：{numbers}</translation>
    </message>
    <message>
        <source>How many strokes the sketch has</source>
        <translation>素描有多少笔</translation>
    </message>
    <message>
        <source>Number of strokes</source>
        <translation>笔画数</translation>
    </message>
    <message>
        <source>Sketches of {numbers} strokes are worked out in the background</source>
        <translation>{numbers} 笔的素描正在后台生成</translation>
    </message>
    <message>
        <source>Progress of the sketch</source>
        <translation>素描的进度</translation>
    </message>
    <message>
        <source>State of the sketch</source>
        <translation>素描的状态</translation>
    </message>
    <message>
        <source>&amp;Strokes</source>
        <translation>笔画(&amp;S)</translation>
    </message>
    <message>
        <source>Kept {count} strokes.</source>
        <translation>保留了 {count} 笔。</translation>
    </message>
    <message>
        <source>Sketch of {count} strokes</source>
        <translation>{count} 笔的素描</translation>
    </message>
    <message>
        <source>Reading the photo</source>
        <translation>正在读取照片</translation>
    </message>
    <message>
        <source>Looking for what stands out</source>
        <translation>正在查找突出的部分</translation>
    </message>
    <message>
        <source>{count} strokes.</source>
        <translation>{count} 笔。</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在开始</translation>
    </message>
    <message>
        <source>Done in {seconds:.0f} s.</source>
        <translation>{seconds:.0f} 秒完成。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Draw, and see what it looks like and which strokes help or hurt.</source>
        <translation>画吧，看看它像什么，哪些笔画有帮助，哪些有妨碍。</translation>
    </message>
    <message>
        <source>Whole strokes</source>
        <translation>整笔</translation>
    </message>
    <message>
        <source>Along the stroke</source>
        <translation>沿着笔画</translation>
    </message>
    <message>
        <source>Removal</source>
        <translation>去掉一笔</translation>
    </message>
    <message>
        <source>Removal of several (slow)</source>
        <translation>去掉多笔（慢）</translation>
    </message>
    <message>
        <source>Gradient, several views</source>
        <translation>梯度，多个视角</translation>
    </message>
    <message>
        <source>Gradient, as in the paper</source>
        <translation>梯度，如论文所述</translation>
    </message>
    <message>
        <source>Does it belong (learned)</source>
        <translation>是否属于此画（学得）</translation>
    </message>
    <message>
        <source>&amp;Tint strokes</source>
        <translation>为笔画着色(&amp;T)</translation>
    </message>
    <message>
        <source>Clean My Sketch…</source>
        <translation>清理我的草图…</translation>
    </message>
    <message>
        <source>What It Hangs On</source>
        <translation>取决于哪一笔</translation>
    </message>
    <message>
        <source>Blue strokes make it more like {scored_by}, orange ones less.</source>
        <translation>蓝色笔画使它更像 {scored_by}，橙色的则相反。</translation>
    </message>
    <message>
        <source>Strength of the tints</source>
        <translation>着色的强度</translation>
    </message>
    <message>
        <source>How much of the ink&apos;s own colour the tints hide</source>
        <translation>着色遮住墨迹本色的程度</translation>
    </message>
    <message>
        <source>What is scored</source>
        <translation>为什么打分</translation>
    </message>
    <message>
        <source>Score whole strokes, or along them</source>
        <translation>为整笔打分，或沿着笔画打分</translation>
    </message>
    <message>
        <source>Estimator</source>
        <translation>估计方法</translation>
    </message>
    <message>
        <source>How scores are worked out</source>
        <translation>分数是怎样算出的</translation>
    </message>
    <message>
        <source>See the sketch without the strokes that hurt</source>
        <translation>看看去掉妨碍的笔画后的草图</translation>
    </message>
    <message>
        <source>Find the short stroke that the first guess hangs on</source>
        <translation>找出第一猜测所依赖的短笔画</translation>
    </message>
    <message>
        <source>What the guess hangs on</source>
        <translation>猜测取决于什么</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>可靠程度</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Estimate by</source>
        <translation>估计方法(&amp;E)</translation>
    </message>
    <message>
        <source>Experience with drawings</source>
        <translation>作画经验</translation>
    </message>
    <message>
        <source>Leaving out several</source>
        <translation>去掉多笔</translation>
    </message>
    <message>
        <source>Leaving out one by one</source>
        <translation>逐笔去掉</translation>
    </message>
    <message>
        <source>Dashed parts would go. Click one to bring it back, again to let it go; or use the arrow keys and the space bar.</source>
        <translation>虚线部分将被去掉。点击可恢复，再点则去掉；也可用方向键和空格键。</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>再来一次</translation>
    </message>
    <message>
        <source>Clean My Sketch</source>
        <translation>清理我的草图</translation>
    </message>
    <message>
        <source>&lt;b&gt;Before&lt;/b&gt;: {words_before}</source>
        <translation>&lt;b&gt;之前&lt;/b&gt;：{words_before}</translation>
    </message>
    <message>
        <source>&lt;b&gt;After&lt;/b&gt;: {words_after}</source>
        <translation>&lt;b&gt;之后&lt;/b&gt;：{words_after}</translation>
    </message>
    <message>
        <source>{gone} of {count} parts would go</source>
        <translation>{count} 个部分中将去掉 {gone} 个</translation>
    </message>
    <message>
        <source>The sketch before</source>
        <translation>清理前的草图</translation>
    </message>
    <message>
        <source>The sketch after</source>
        <translation>清理后的草图</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>判断依据</translation>
    </message>
    <message>
        <source>How it is found out what does not belong</source>
        <translation>如何找出不属于此画的部分</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>谨慎程度</translation>
    </message>
    <message>
        <source>The larger, the less goes (Delta in the paper)</source>
        <translation>越大，去掉的越少（论文中的 Delta）</translation>
    </message>
    <message>
        <source>Draw what goes, instead of by a threshold (Gumbel-softmax)</source>
        <translation>抽取要去掉的部分，而不用阈值（Gumbel-softmax）</translation>
    </message>
    <message>
        <source>Draw anew</source>
        <translation>重新抽取</translation>
    </message>
    <message>
        <source>Leave the dashed parts out of the drawing</source>
        <translation>从画中去掉虚线部分</translation>
    </message>
    <message>
        <source>Leave the drawing as it is</source>
        <translation>保持画的原样</translation>
    </message>
    <message>
        <source>&amp;Judged by</source>
        <translation>判断依据(&amp;J)</translation>
    </message>
    <message>
        <source>Ca&amp;ution</source>
        <translation>谨慎程度(&amp;U)</translation>
    </message>
    <message>
        <source>Every stroke helps: there is nothing to clean away.</source>
        <translation>每一笔都有帮助：没有什么要清理。</translation>
    </message>
    <message>
        <source>The drawing has changed, so the cleaned sketch was dropped.</source>
        <translation>画已改动，清理结果作废。</translation>
    </message>
    <message>
        <source>Clean sketch</source>
        <translation>清理草图</translation>
    </message>
    <message>
        <source>Clean sketch of {gone} parts</source>
        <translation>清理草图的 {gone} 个部分</translation>
    </message>
    <message>
        <source>similarity to {target_name} {shown}</source>
        <translation>与{target_name}的相似度 {shown}</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation>没有这样的命令。</translation>
    </message>
    <message>
        <source>Find Command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>, not possible now</source>
        <translation>，现在不可用</translation>
    </message>
    <message>
        <source>Drawings (*.svg *{suffix})</source>
        <translation>画 (*.svg *{suffix})</translation>
    </message>
    <message>
        <source>SVG drawings</source>
        <translation>SVG 画</translation>
    </message>
    <message>
        <source>Strokewise documents</source>
        <translation>Strokewise 文档</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.png *.webp *.gif *.bmp)</source>
        <translation>照片 (*.jpg *.jpeg *.png *.webp *.gif *.bmp)</translation>
    </message>
    <message>
        <source>Open Drawing</source>
        <translation>打开画</translation>
    </message>
    <message>
        <source>Open Photo</source>
        <translation>打开照片</translation>
    </message>
    <message>
        <source>Add Pictures</source>
        <translation>添加图片</translation>
    </message>
    <message>
        <source>Save Drawing</source>
        <translation>保存画</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Px from the upper edge:</source>
        <translation>距上边缘的像素：</translation>
    </message>
    <message>
        <source>Px from the left edge:</source>
        <translation>距左边缘的像素：</translation>
    </message>
    <message>
        <source>Place of the Guide</source>
        <translation>参考线的位置</translation>
    </message>
    <message>
        <source>Add Folder of Photos</source>
        <translation>添加照片文件夹</translation>
    </message>
    <message>
        <source>Import Symbols</source>
        <translation>导入符号</translation>
    </message>
    <message>
        <source>Export Symbols</source>
        <translation>导出符号</translation>
    </message>
    <message>
        <source>Unsaved Changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>Save the changes to {name}?</source>
        <translation>要保存对 {name} 的更改吗？</translation>
    </message>
    <message>
        <source>They are lost if you do not save them.</source>
        <translation>不保存就会丢失。</translation>
    </message>
    <message>
        <source>Close {windowTitle}</source>
        <translation>关闭{windowTitle}</translation>
    </message>
    <message>
        <source>No earlier save</source>
        <translation>没有更早的保存</translation>
    </message>
    <message>
        <source>Earlier Sa&amp;ves</source>
        <translation>更早的保存(&amp;V)</translation>
    </message>
    <message>
        <source>1 day ago</source>
        <translation>1 天前</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>{count} 天前</translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation>1 小时前</translation>
    </message>
    <message>
        <source>{count} hours ago</source>
        <translation>{count} 小时前</translation>
    </message>
    <message>
        <source>1 minute ago</source>
        <translation>1 分钟前</translation>
    </message>
    <message>
        <source>{count} minutes ago</source>
        <translation>{count} 分钟前</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>Sketching the photo</source>
        <translation>正在素描照片</translation>
    </message>
    <message>
        <source>Fewer and more strokes</source>
        <translation>更少和更多笔画</translation>
    </message>
    <message>
        <source>Cleaning the sketch</source>
        <translation>正在清理草图</translation>
    </message>
    <message>
        <source>Showing the drawing as a photo</source>
        <translation>正在把画显示为照片</translation>
    </message>
    <message>
        <source>Looking for the stroke it hangs on</source>
        <translation>正在查找所依赖的笔画</translation>
    </message>
    <message>
        <source>Fetching a model</source>
        <translation>正在获取模型</translation>
    </message>
    <message>
        <source>Copying a model</source>
        <translation>正在复制模型</translation>
    </message>
    <message>
        <source>Checking the models</source>
        <translation>正在检查模型</translation>
    </message>
    <message>
        <source>Drawing it again</source>
        <translation>正在重画</translation>
    </message>
    <message>
        <source>Drawing the blend</source>
        <translation>正在画混合</translation>
    </message>
    <message>
        <source>Drawing the way from A to B</source>
        <translation>正在画从 A 到 B 的过程</translation>
    </message>
    <message>
        <source>Loading the engine…</source>
        <translation>正在载入引擎…</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>{engine} on {device}</source>
        <translation>{engine}，{device}</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Engine not available</source>
        <translation>引擎不可用</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>Pixels, for the web and for messages.</source>
        <translation>像素，用于网页和消息。</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>Vectors, for printing.</source>
        <translation>矢量，用于打印。</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG 画</translation>
    </message>
    <message>
        <source>Vectors, for other drawing programs.</source>
        <translation>矢量，用于其他绘画程序。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>&amp;Transparent background</source>
        <translation>透明背景(&amp;T)</translation>
    </message>
    <message>
        <source>Include &amp;reference pictures</source>
        <translation>包含参考图片(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Scale</source>
        <translation>比例(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 像素</translation>
    </message>
    <message>
        <source>It looks like {guess}; no short stroke changes that.</source>
        <translation>它看起来像 {guess}；没有哪一短笔能改变这一点。</translation>
    </message>
    <message>
        <source>It looks like {guess}; leaving out a few points does not change that.</source>
        <translation>它看起来像 {guess}；去掉几个点并不改变这一点。</translation>
    </message>
    <message>
        <source>It looks like {guess}, and that hangs on these points.</source>
        <translation>它看起来像 {guess}，这取决于这些点。</translation>
    </message>
    <message>
        <source>It looks like {guess}, and that hangs on this stroke.</source>
        <translation>它看起来像 {guess}，这取决于这一笔。</translation>
    </message>
    <message>
        <source>It looks like {guess}, and that hangs on these.</source>
        <translation>它看起来像 {guess}，这取决于这几笔。</translation>
    </message>
    <message>
        <source>Without it: looks like {without}</source>
        <translation>没有它：看起来像 {without}</translation>
    </message>
    <message>
        <source>Without them: looks like {without}</source>
        <translation>没有它们：看起来像 {without}</translation>
    </message>
    <message>
        <source>First guess</source>
        <translation>第一猜测</translation>
    </message>
    <message>
        <source>Second guess</source>
        <translation>第二猜测</translation>
    </message>
    <message>
        <source>Third guess</source>
        <translation>第三猜测</translation>
    </message>
    <message>
        <source>Probability of the first guess</source>
        <translation>第一猜测的概率</translation>
    </message>
    <message>
        <source>Probability of the second guess</source>
        <translation>第二猜测的概率</translation>
    </message>
    <message>
        <source>Probability of the third guess</source>
        <translation>第三猜测的概率</translation>
    </message>
    <message>
        <source>Find in the help</source>
        <translation>在帮助中查找</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Strokewise Help</source>
        <translation>Strokewise 帮助</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>The states of the drawing; Enter goes to one</source>
        <translation>画的各个状态；按回车前往</translation>
    </message>
    <message>
        <source>What you draw is listed here; a click goes back to it.</source>
        <translation>你画的会列在这里；点击即可回到那时。</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>, undone</source>
        <translation>，已撤销</translation>
    </message>
    <message>
        <source>Jobs of the Engine</source>
        <translation>引擎的任务</translation>
    </message>
    <message>
        <source>Progress: {name}</source>
        <translation>进度：{name}</translation>
    </message>
    <message>
        <source>Cancel: {name}</source>
        <translation>取消：{name}</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>等待轮到它</translation>
    </message>
    <message>
        <source>Scroll the layers</source>
        <translation>滚动图层</translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation>添加图层</translation>
    </message>
    <message>
        <source>Remove layer</source>
        <translation>删除图层</translation>
    </message>
    <message>
        <source>Merge layers</source>
        <translation>合并图层</translation>
    </message>
    <message>
        <source>Move layer</source>
        <translation>移动图层</translation>
    </message>
    <message>
        <source>Rename layer</source>
        <translation>重命名图层</translation>
    </message>
    <message>
        <source>Show layer</source>
        <translation>显示图层</translation>
    </message>
    <message>
        <source>Hide layer</source>
        <translation>隐藏图层</translation>
    </message>
    <message>
        <source>Lock layer</source>
        <translation>锁定图层</translation>
    </message>
    <message>
        <source>Unlock layer</source>
        <translation>解锁图层</translation>
    </message>
    <message>
        <source>Layer opacity</source>
        <translation>图层不透明度</translation>
    </message>
    <message>
        <source>Opacity of the layer</source>
        <translation>图层的不透明度</translation>
    </message>
    <message>
        <source>&amp;Opacity</source>
        <translation>不透明度(&amp;O)</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Asking the shared collection</source>
        <translation>正在询问共享图库</translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <translation>正在询问模型库</translation>
    </message>
    <message>
        <source>Encoding the photo</source>
        <translation>正在编码照片</translation>
    </message>
    <message>
        <source>Leaving strokes out</source>
        <translation>正在逐笔去掉</translation>
    </message>
    <message>
        <source>Loading the encoder</source>
        <translation>正在载入编码器</translation>
    </message>
    <message>
        <source>Loading the engine</source>
        <translation>正在载入引擎</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>正在查看</translation>
    </message>
    <message>
        <source>Looking at the strokes</source>
        <translation>正在查看笔画</translation>
    </message>
    <message>
        <source>Sorting the photos</source>
        <translation>正在整理照片</translation>
    </message>
    <message>
        <source>Trying photos</source>
        <translation>正在尝试照片</translation>
    </message>
    <message>
        <source>Trying without</source>
        <translation>正在尝试去掉</translation>
    </message>
    <message>
        <source>Fetching {name}</source>
        <translation>正在获取 {name}</translation>
    </message>
    <message>
        <source>Looking at {name}</source>
        <translation>正在查看 {name}</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Stopped; what has arrived is kept.</source>
        <translation>已停止；已下载的部分保留。</translation>
    </message>
    <message>
        <source>All files are as they were installed.</source>
        <translation>所有文件都与安装时一致。</translation>
    </message>
    <message>
        <source>{name} is installed.</source>
        <translation>{name} 已安装。</translation>
    </message>
    <message>
        <source>{answer} is removed.</source>
        <translation>{answer} 已移除。</translation>
    </message>
    <message>
        <source>A model looks at drawings and photos and says how alike they are. The bundled one needs no network. Nothing is downloaded until you press Fetch and have seen size and licence.</source>
        <translation>模型查看画和照片，判断它们有多像。自带的模型无需联网。在你按下“获取”并看过大小和许可之前，不会下载任何东西。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Speed here</source>
        <translation>本机速度</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>适合</translation>
    </message>
    <message>
        <source>What is veiled stays out of the sketch. Paint over the photo; the right button does the opposite, and the keys [ and ] change the brush.</source>
        <translation>遮住的部分不进入素描。在照片上涂抹；右键作用相反，[ 和 ] 键改变画笔。</translation>
    </message>
    <message>
        <source>Nothing is left to sketch: paint over what you want.</source>
        <translation>没有可素描的了：把想要的部分涂出来。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Paint what is to be sketched</source>
        <translation>涂出要素描的部分</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Paint what is to be left out</source>
        <translation>涂出要略去的部分</translation>
    </message>
    <message>
        <source>Use This</source>
        <translation>使用这个</translation>
    </message>
    <message>
        <source>What Is Sketched</source>
        <translation>素描哪些部分</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>画笔大小</translation>
    </message>
    <message>
        <source>Back to what was found</source>
        <translation>恢复为找到的部分</translation>
    </message>
    <message>
        <source>Sketch what is not veiled</source>
        <translation>素描没有遮住的部分</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Fetch…</source>
        <translation>获取…</translation>
    </message>
    <message>
        <source>From File…</source>
        <translation>从文件…</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Check Files</source>
        <translation>检查文件</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Download it?</source>
        <translation>要下载吗？</translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation>权重 (*.safetensors)</translation>
    </message>
    <message>
        <source>Weights of the Model</source>
        <translation>模型的权重</translation>
    </message>
    <message>
        <source>Ask the hub for size and licence of the selected model</source>
        <translation>向模型库询问所选模型的大小和许可</translation>
    </message>
    <message>
        <source>Take the selected model&apos;s weights from a safetensors file</source>
        <translation>从 safetensors 文件读取所选模型的权重</translation>
    </message>
    <message>
        <source>Look at drawings and photos with the selected model</source>
        <translation>用所选模型查看画和照片</translation>
    </message>
    <message>
        <source>Delete the selected model&apos;s file</source>
        <translation>删除所选模型的文件</translation>
    </message>
    <message>
        <source>Hash all files again and compare</source>
        <translation>重新计算所有文件的哈希并比较</translation>
    </message>
    <message>
        <source>Show this model in the table</source>
        <translation>在表中显示此模型</translation>
    </message>
    <message>
        <source>Another model of open_clip</source>
        <translation>open_clip 的其他模型</translation>
    </message>
    <message>
        <source>Another model, MODEL/TAG</source>
        <translation>其他模型，MODEL/TAG</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>约 {size}</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>not fetched</source>
        <translation>未获取</translation>
    </message>
    <message>
        <source>From: {origin}</source>
        <translation>来源：{origin}</translation>
    </message>
    <message>
        <source>Back to {value_text}</source>
        <translation>恢复为 {value_text}</translation>
    </message>
    <message>
        <source>Reset {text}</source>
        <translation>重置{text}</translation>
    </message>
    <message>
        <source>New Page</source>
        <translation>新建页面</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>{name}
{width_px:g} × {height_px:g} px</source>
        <translation>{name}
{width_px:g} × {height_px:g} px</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>宽度(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>高度(&amp;H)</translation>
    </message>
    <message>
        <source>Colour of the ink</source>
        <translation>墨迹的颜色</translation>
    </message>
    <message>
        <source>Width of the ink</source>
        <translation>墨迹的宽度</translation>
    </message>
    <message>
        <source>Opacity of the ink</source>
        <translation>墨迹的不透明度</translation>
    </message>
    <message>
        <source>Reach of the eraser</source>
        <translation>橡皮的范围</translation>
    </message>
    <message>
        <source>Stabiliser, taper and pressure of the ink</source>
        <translation>墨迹的防抖、渐细和压力</translation>
    </message>
    <message>
        <source>Colour of the Ink</source>
        <translation>墨迹的颜色</translation>
    </message>
    <message>
        <source>Looking for photos</source>
        <translation>正在查找照片</translation>
    </message>
    <message>
        <source>{photos} added.</source>
        <translation>已添加 {photos}。</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>已暂停。</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 张照片</translation>
    </message>
    <message>
        <source>{count:,} photos</source>
        <translation>{count:,} 张照片</translation>
    </message>
    <message>
        <source>The pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>{name}
likeness {score:.2f} if you are drawing “{guess}”
{parent}</source>
        <translation>{name}
如果您画的是“{guess}”，相似度 {score:.2f}
{parent}</translation>
    </message>
    <message>
        <source>{name}
likeness {score:.2f}
{parent}</source>
        <translation>{name}
相似度 {score:.2f}
{parent}</translation>
    </message>
    <message>
        <source>{name}, likeness {score:.2f} if you are drawing “{guess}”</source>
        <translation>{name}，如果您画的是“{guess}”，相似度 {score:.2f}</translation>
    </message>
    <message>
        <source>{name}, likeness {score:.2f}</source>
        <translation>{name}，相似度 {score:.2f}</translation>
    </message>
    <message>
        <source>Photos like the drawing</source>
        <translation>像这幅画的照片</translation>
    </message>
    <message>
        <source>Scroll the photos</source>
        <translation>滚动照片</translation>
    </message>
    <message>
        <source>Scroll the photos sideways</source>
        <translation>横向滚动照片</translation>
    </message>
    <message>
        <source>Choose a photo and draw: each stroke is shown where it lies on the photo.</source>
        <translation>选一张照片并作画：每一笔都会显示它在照片上的位置。</translation>
    </message>
    <message>
        <source>Draw: each stroke is shown where it lies on the photo.</source>
        <translation>作画：每一笔都会显示它在照片上的位置。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Find the photo of yours that fits best, and warp it to the drawing</source>
        <translation>在你的照片中找到最合适的一张，并使它变形贴合画</translation>
    </message>
    <message>
        <source>Photo to the drawing</source>
        <translation>照片贴合画</translation>
    </message>
    <message>
        <source>Drawing to the photo</source>
        <translation>画贴合照片</translation>
    </message>
    <message>
        <source>Choose a reference photo</source>
        <translation>选择参考照片</translation>
    </message>
    <message>
        <source>Photo &amp;under the drawing</source>
        <translation>照片置于画下(&amp;U)</translation>
    </message>
    <message>
        <source>Flow as a &amp;grid</source>
        <translation>以网格显示对应流(&amp;G)</translation>
    </message>
    <message>
        <source>Move the strokes to where they lie on the photo</source>
        <translation>把笔画移到它们在照片上的位置</translation>
    </message>
    <message>
        <source>Show It as a Photo</source>
        <translation>显示为照片</translation>
    </message>
    <message>
        <source>Use as Reference</source>
        <translation>用作参考</translation>
    </message>
    <message>
        <source>Make it the reference photo</source>
        <translation>将它设为参考照片</translation>
    </message>
    <message>
        <source>Put the picture away</source>
        <translation>收起图片</translation>
    </message>
    <message>
        <source>Sure of {share} of the lines.</source>
        <translation>{share} 的线条可靠。</translation>
    </message>
    <message>
        <source>State of the match</source>
        <translation>对应的状态</translation>
    </message>
    <message>
        <source>Lay the photo under the drawing and compare place by place; without it only shapes are compared, wherever you draw</source>
        <translation>把照片置于画下逐处比较；否则只比较形状，画在哪里都可以</translation>
    </message>
    <message>
        <source>Show an even grid on the drawing, and how it lies on the photo</source>
        <translation>在画上显示均匀的网格，以及它在照片上的样子</translation>
    </message>
    <message>
        <source>What is warped</source>
        <translation>使什么变形</translation>
    </message>
    <message>
        <source>Warp the photo to the drawing, or the drawing to the photo</source>
        <translation>使照片变形贴合画，或使画贴合照片</translation>
    </message>
    <message>
        <source>How far it is warped</source>
        <translation>变形的程度</translation>
    </message>
    <message>
        <source>How far it is warped; nothing is changed until you pull</source>
        <translation>变形的程度；拉动之前什么都不会改变</translation>
    </message>
    <message>
        <source>The drawing as a photo</source>
        <translation>画作为照片</translation>
    </message>
    <message>
        <source>Pull Drawing to Photo</source>
        <translation>把画拉向照片</translation>
    </message>
    <message>
        <source>Pull Stroke to Photo</source>
        <translation>把笔画拉向照片</translation>
    </message>
    <message>
        <source>Pull {number} Strokes to Photo</source>
        <translation>把 {number} 笔拉向照片</translation>
    </message>
    <message>
        <source>More Like This</source>
        <translation>更多类似的</translation>
    </message>
    <message>
        <source>Why This Photo?</source>
        <translation>为什么是这张？</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Add a folder of photos, and those that look like your drawing appear here while you draw.</source>
        <translation>添加一个照片文件夹，作画时，像你的画的照片会出现在这里。</translation>
    </message>
    <message>
        <source>Draw something: photos that look like it appear here.</source>
        <translation>画点什么：像它的照片会出现在这里。</translation>
    </message>
    <message>
        <source>No photo was found here.</source>
        <translation>这里没有找到照片。</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>所有照片</translation>
    </message>
    <message>
        <source>Add Folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Shared Collection…</source>
        <translation>共享图库…</translation>
    </message>
    <message>
        <source>Back to the Drawing</source>
        <translation>回到画</translation>
    </message>
    <message>
        <source>My strokes</source>
        <translation>我的笔画</translation>
    </message>
    <message>
        <source>Selected strokes</source>
        <translation>选中的笔画</translation>
    </message>
    <message>
        <source>Subject…</source>
        <translation>主体…</translation>
    </message>
    <message>
        <source>See and correct what of the photo is sketched</source>
        <translation>查看并修正照片中要素描的部分</translation>
    </message>
    <message>
        <source>&amp;Whole scene</source>
        <translation>整个场景(&amp;W)</translation>
    </message>
    <message>
        <source>Sketch the background too</source>
        <translation>背景也素描</translation>
    </message>
    <message>
        <source>Another Stroke</source>
        <translation>换一笔</translation>
    </message>
    <message>
        <source>Make the chosen stroke anew; all others stay</source>
        <translation>重做所选的一笔；其余不变</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Let the strokes of the locked region change again</source>
        <translation>让锁定区域的笔画可以再变</translation>
    </message>
    <message>
        <source>Drawn around</source>
        <translation>围绕绘制</translation>
    </message>
    <message>
        <source>Strokes of your drawing that stay; the next sketch goes with them</source>
        <translation>你的画中保留的笔画；下一幅素描会与之配合</translation>
    </message>
    <message>
        <source>Draw &amp;around</source>
        <translation>围绕绘制(&amp;A)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>One stroke back</source>
        <translation>后退一笔</translation>
    </message>
    <message>
        <source>The next stroke, then rest</source>
        <translation>下一笔，然后暂停</translation>
    </message>
    <message>
        <source>Show the whole sketch again</source>
        <translation>重新显示整幅素描</translation>
    </message>
    <message>
        <source>Speed of the pen</source>
        <translation>笔的速度</translation>
    </message>
    <message>
        <source>How fast the pen goes</source>
        <translation>笔走多快</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play: watch it being drawn, or draw along</source>
        <translation>播放：看它画出来，或跟着画</translation>
    </message>
    <message>
        <source>&amp;Hand-drawn</source>
        <translation>手绘感(&amp;H)</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>{rstrip}; {count} could not be read.</source>
        <translation>{rstrip}；{count} 个无法读取。</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 个</translation>
    </message>
    <message>
        <source>Look for Changes</source>
        <translation>检查变动</translation>
    </message>
    <message>
        <source>Forget {folder}</source>
        <translation>移除 {folder}</translation>
    </message>
    <message>
        <source>Back to My Photos</source>
        <translation>回到我的照片</translation>
    </message>
    <message>
        <source>Choose a folder; its photos are indexed in the background</source>
        <translation>选择文件夹；其中的照片在后台建立索引</translation>
    </message>
    <message>
        <source>Search the photos that your studio shares</source>
        <translation>搜索工作室共享的照片</translation>
    </message>
    <message>
        <source>Ask the shared collection once more</source>
        <translation>再次询问共享图库</translation>
    </message>
    <message>
        <source>Folders of photos</source>
        <translation>照片文件夹</translation>
    </message>
    <message>
        <source>Search in this folder only</source>
        <translation>只在此文件夹中搜索</translation>
    </message>
    <message>
        <source>Folder to search in</source>
        <translation>要搜索的文件夹</translation>
    </message>
    <message>
        <source>Scroll the folders</source>
        <translation>滚动文件夹</translation>
    </message>
    <message>
        <source>Narrow by words</source>
        <translation>用文字缩小范围</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Clear the words</source>
        <translation>清除文字</translation>
    </message>
    <message>
        <source>Search by the drawing again</source>
        <translation>重新按画搜索</translation>
    </message>
    <message>
        <source>Progress of the indexing</source>
        <translation>建立索引的进度</translation>
    </message>
    <message>
        <source>What is indexed stays, and can be searched meanwhile</source>
        <translation>已建立的索引会保留，其间即可搜索</translation>
    </message>
    <message>
        <source>Reference picture</source>
        <translation>参考图片</translation>
    </message>
    <message>
        <source>Wheel: zoom; drag: move; double click: the whole picture</source>
        <translation>滚轮：缩放；拖动：移动；双击：整张图片</translation>
    </message>
    <message>
        <source>No setting is called so.</source>
        <translation>没有这样的设置。</translation>
    </message>
    <message>
        <source>Reset All</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Undo Reset</source>
        <translation>撤销重置</translation>
    </message>
    <message>
        <source>Bring back what was set before</source>
        <translation>恢复之前的设置</translation>
    </message>
    <message>
        <source>All settings and shortcuts as they were at the start</source>
        <translation>所有设置和快捷键恢复到最初</translation>
    </message>
    <message>
        <source>Search settings and shortcuts</source>
        <translation>搜索设置和快捷键</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Pressure curve</source>
        <translation>压力曲线</translation>
    </message>
    <message>
        <source>How the ink responds to pressure. Drag the points; click for a new one, double-click one to remove it.</source>
        <translation>墨迹如何随压力变化。拖动各点；单击添加，双击删除。</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>{path} is no longer there</source>
        <translation>{path} 已不在那里</translation>
    </message>
    <message>
        <source>No drawing yet</source>
        <translation>还没有画</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
    <message>
        <source>Strokewise ended before the changes to {name} were saved.</source>
        <translation>在保存对 {name} 的更改之前，Strokewise 就结束了。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Pictures to draw from: open or drop any number here. They are only to look at.</source>
        <translation>供你参照的图片：可打开或拖入任意多张。它们只供观看。</translation>
    </message>
    <message>
        <source>Here only</source>
        <translation>仅在此处</translation>
    </message>
    <message>
        <source>Under the drawing</source>
        <translation>画的下面</translation>
    </message>
    <message>
        <source>On top of the drawing</source>
        <translation>画的上面</translation>
    </message>
    <message>
        <source>Add Pictures…</source>
        <translation>添加图片…</translation>
    </message>
    <message>
        <source>Show it at {percent} %; again: as before</source>
        <translation>以 {percent} % 显示；再按一次：恢复</translation>
    </message>
    <message>
        <source>Keep it where it is on the page</source>
        <translation>固定在页面上的位置</translation>
    </message>
    <message>
        <source>Move it on the page: drag it, or its corners; Escape ends</source>
        <translation>在页面上移动：拖动图片或它的角；Esc 结束</translation>
    </message>
    <message>
        <source>Show a part only: drag a frame around it</source>
        <translation>只显示一部分：围着它拖出一个框</translation>
    </message>
    <message>
        <source>Show the whole picture again</source>
        <translation>重新显示整张图片</translation>
    </message>
    <message>
        <source>Hide all pictures on the page</source>
        <translation>隐藏页面上的所有图片</translation>
    </message>
    <message>
        <source>Remove this picture</source>
        <translation>移除这张图片</translation>
    </message>
    <message>
        <source>Use for the Models</source>
        <translation>供模型使用</translation>
    </message>
    <message>
        <source>Opacity on the page: {value:.0f} %</source>
        <translation>在页面上的不透明度：{value:.0f} %</translation>
    </message>
    <message>
        <source>The Models Look at It</source>
        <translation>模型正在查看它</translation>
    </message>
    <message>
        <source>{name} (the models look at it)</source>
        <translation>{name}（模型正在查看）</translation>
    </message>
    <message>
        <source>Choose pictures to draw from</source>
        <translation>选择要参照的图片</translation>
    </message>
    <message>
        <source>Reference pictures</source>
        <translation>参考图片</translation>
    </message>
    <message>
        <source>Where the picture is seen</source>
        <translation>图片显示在哪里</translation>
    </message>
    <message>
        <source>Opacity on the page</source>
        <translation>在页面上的不透明度</translation>
    </message>
    <message>
        <source>Let Abstract, Assist and Match look at this picture</source>
        <translation>让“抽象”“助手”和“对应”查看这张图片</translation>
    </message>
    <message>
        <source>&amp;Seen</source>
        <translation>位置(&amp;S)</translation>
    </message>
    <message>
        <source>People draw first what matters most. The more the order of your strokes agrees with how much they matter to the model (+1 at most), the likelier is its view of the sketch to be right.</source>
        <translation>人们先画最重要的部分。笔画的先后与它们对模型的重要性越一致（最高 +1），模型对草图的看法就越可能正确。</translation>
    </message>
    <message>
        <source>It agrees with your drawing order ({signed}): likely reliable.</source>
        <translation>它与你的作画顺序一致（{signed}）：很可能可靠。</translation>
    </message>
    <message>
        <source>It agrees with your drawing order in part ({signed}).</source>
        <translation>它与你的作画顺序部分一致（{signed}）。</translation>
    </message>
    <message>
        <source>It disagrees with your drawing order ({signed}): do not rely on it.</source>
        <translation>它与你的作画顺序不符（{signed}）：不要依赖它。</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指定</translation>
    </message>
    <message>
        <source>No Keys</source>
        <translation>无按键</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Select a command to change its keys.</source>
        <translation>选择一个命令以更改它的按键。</translation>
    </message>
    <message>
        <source>Escape drops a stroke and Space moves the page; they stay so.</source>
        <translation>Esc 放弃笔画，空格移动页面；这两个不能改。</translation>
    </message>
    <message>
        <source>{toString} belongs to {names}, which loses it.</source>
        <translation>{toString} 属于 {names}，后者将失去它。</translation>
    </message>
    <message>
        <source>Take Over</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Keys of the selected command</source>
        <translation>所选命令的按键</translation>
    </message>
    <message>
        <source>Click here and press the keys</source>
        <translation>点击这里，然后按下按键</translation>
    </message>
    <message>
        <source>Give the selected command these keys</source>
        <translation>把这些按键给所选命令</translation>
    </message>
    <message>
        <source>The selected command has no keys</source>
        <translation>所选命令没有按键</translation>
    </message>
    <message>
        <source>Back to the keys of the preset</source>
        <translation>恢复为预设的按键</translation>
    </message>
    <message>
        <source>State of the shortcut</source>
        <translation>快捷键的状态</translation>
    </message>
    <message>
        <source>What the engine is doing</source>
        <translation>引擎在做什么</translation>
    </message>
    <message>
        <source>Jobs of the engine</source>
        <translation>引擎的任务</translation>
    </message>
    <message>
        <source>Progress of the engine</source>
        <translation>引擎的进度</translation>
    </message>
    <message>
        <source>Cancel the engine&apos;s job</source>
        <translation>取消引擎的任务</translation>
    </message>
    <message>
        <source>Encoder and device of the engine</source>
        <translation>引擎的编码器和设备</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>{name} and {others} more</source>
        <translation>{name} 及另外 {others} 个</translation>
    </message>
    <message>
        <source>{verb}, at a first look</source>
        <translation>乍看{verb}</translation>
    </message>
    <message>
        <source>{verb} here; the whole stroke {whole}</source>
        <translation>此处{verb}；整笔{whole}</translation>
    </message>
    <message>
        <source>hardly matters</source>
        <translation>几乎无关</translation>
    </message>
    <message>
        <source>helps</source>
        <translation>有帮助</translation>
    </message>
    <message>
        <source>hurts</source>
        <translation>有妨碍</translation>
    </message>
    <message>
        <source>What it looks like</source>
        <translation>看起来像的东西</translation>
    </message>
    <message>
        <source>A category</source>
        <translation>一个类别</translation>
    </message>
    <message>
        <source>The reference photo</source>
        <translation>参考照片</translation>
    </message>
    <message>
        <source>A text</source>
        <translation>一段文字</translation>
    </message>
    <message>
        <source>Scored by</source>
        <translation>打分依据</translation>
    </message>
    <message>
        <source>What strokes help or hurt</source>
        <translation>笔画帮助或妨碍什么</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>The category to score strokes by</source>
        <translation>为笔画打分所依据的类别</translation>
    </message>
    <message>
        <source>Clear the category</source>
        <translation>清除类别</translation>
    </message>
    <message>
        <source>A few words, as “a sleeping cat”</source>
        <translation>几个词，如“一只睡着的猫”</translation>
    </message>
    <message>
        <source>The words to score strokes by</source>
        <translation>为笔画打分所依据的文字</translation>
    </message>
    <message>
        <source>&amp;Scored by</source>
        <translation>打分依据(&amp;S)</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Size of the letters</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>粗体</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>斜体</translation>
    </message>
    <message>
        <source>does not matter</source>
        <translation>无关</translation>
    </message>
    <message>
        <source>Legend of the tints</source>
        <translation>着色的图例</translation>
    </message>
    <message>
        <source>Orange strokes hurt, grey ones do not matter, blue ones help</source>
        <translation>橙色笔画有妨碍，灰色的无关，蓝色的有帮助</translation>
    </message>
    <message>
        <source>Write text</source>
        <translation>书写文字</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>{at} / {count}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>作画</translation>
    </message>
    <message>
        <source>This page is yours: draw over the boat with mouse or pen. The wheel zooms, and the page moves while you hold the space bar.</source>
        <translation>这一页归你：用鼠标或笔在小船上画画吧。滚轮缩放；按住空格键可移动页面。</translation>
    </message>
    <message>
        <source>Choose a tool</source>
        <translation>选择工具</translation>
    </message>
    <message>
        <source>The pen{told}, the eraser{told2} and their width and colour are here. Rest the pointer on a button to see its keys.</source>
        <translation>钢笔{told}、橡皮{told2}以及它们的宽度和颜色都在这里。把指针停在按钮上可看到它的按键。</translation>
    </message>
    <message>
        <source>Let a photo become a sketch</source>
        <translation>让照片变成素描</translation>
    </message>
    <message>
        <source>Drop a photo on the window: it becomes a sketch of as few strokes as you choose. It stays a preview until you keep it.</source>
        <translation>把照片拖到窗口上：它会变成一幅素描，笔画多少由你定。在你保留它之前，它只是预览。</translation>
    </message>
    <message>
        <source>Look and go back</source>
        <translation>观看和返回</translation>
    </message>
    <message>
        <source>Pictures to draw from lie in References, beside the drawing or under it. History shows every state as a small picture; a click goes there.</source>
        <translation>供你参照的图片在“参考”中，可放在画的旁边或下面。“历史”以小图显示每个状态；点击即可前往。</translation>
    </message>
    <message>
        <source>Find everything</source>
        <translation>找到一切</translation>
    </message>
    <message>
        <source>A few letters find any command{told}; the docks come and go with one key{told2}; help is always there{told3}. What the engine does is said down here.</source>
        <translation>几个字母就能找到任何命令{told}；面板用一个键显示或隐藏{told2}；帮助随时都在{told3}。引擎在做什么，看下面这里。</translation>
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
        <translation>剪贴板上没有图片。</translation>
    </message>
    <message>
        <source>Keep Mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Another program changed {name}.</source>
        <translation>另一个程序改动了 {name}。</translation>
    </message>
    <message>
        <source>Bring It Back</source>
        <translation>恢复它</translation>
    </message>
    <message>
        <source>The symbol {name} is forgotten.</source>
        <translation>已忘记符号 {name}。</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Raise to top</source>
        <translation>移到最上</translation>
    </message>
    <message>
        <source>Lower to bottom</source>
        <translation>移到最下</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Paste stroke</source>
        <translation>粘贴笔画</translation>
    </message>
    <message>
        <source>Paste {number} strokes</source>
        <translation>粘贴 {number} 笔</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>再制</translation>
    </message>
    <message>
        <source>Restyle</source>
        <translation>更改样式</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>编组</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>取消编组</translation>
    </message>
    <message>
        <source>Move to layer</source>
        <translation>移到图层</translation>
    </message>
    <message>
        <source>{verb} stroke</source>
        <translation>{verb}笔画</translation>
    </message>
    <message>
        <source>{verb} {number} strokes</source>
        <translation>{verb} {number} 笔</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>正在打开 {name}…</translation>
    </message>
    <message>
        <source>{name} is open, but without {losses}.</source>
        <translation>{name} 已打开，但不含 {losses}。</translation>
    </message>
    <message>
        <source>Exported {name}.</source>
        <translation>已导出 {name}。</translation>
    </message>
    <message>
        <source>{name} is gone from its folder; save it to keep it.</source>
        <translation>{name} 已不在其文件夹中；请保存以保留它。</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>窗口的颜色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>It is spoken from the next start on.</source>
        <translation>下次启动时生效。</translation>
    </message>
    <message>
        <source>Icons of the tool bar</source>
        <translation>工具栏的图标</translation>
    </message>
    <message>
        <source>Docks at the</source>
        <translation>面板位于</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>Put them where the hand that draws does not come from, or where the other one reaches them.</source>
        <translation>放在作画的手不经过的一侧，或另一只手够得着的一侧。</translation>
    </message>
    <message>
        <source>Reach of the erasers</source>
        <translation>橡皮的范围</translation>
    </message>
    <message>
        <source>Recognise shapes when the pen is held still</source>
        <translation>笔停住时识别形状</translation>
    </message>
    <message>
        <source>Half a second of rest at the end of a stroke makes a clean line, circle, ellipse, rectangle or polygon of it. Escape keeps the stroke as it was drawn.</source>
        <translation>笔画末尾停半秒，就会变成规整的直线、圆、椭圆、矩形或多边形。Esc 保留原来的笔画。</translation>
    </message>
    <message>
        <source>Show a grid on the page</source>
        <translation>在页面上显示网格</translation>
    </message>
    <message>
        <source>Spacing of the grid</source>
        <translation>网格的间距</translation>
    </message>
    <message>
        <source>Keep to the grid</source>
        <translation>对齐网格</translation>
    </message>
    <message>
        <source>Mirror strokes left and right</source>
        <translation>左右镜像笔画</translation>
    </message>
    <message>
        <source>Mirror strokes top and bottom</source>
        <translation>上下镜像笔画</translation>
    </message>
    <message>
        <source>A finger on the canvas</source>
        <translation>画布上的一根手指</translation>
    </message>
    <message>
        <source>Draws, until a pen is used</source>
        <translation>用笔之前可以作画</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>作画</translation>
    </message>
    <message>
        <source>Moves the page</source>
        <translation>移动页面</translation>
    </message>
    <message>
        <source>Two fingers always move and zoom the page. While the pen is near, touches do not count.</source>
        <translation>两根手指总是移动和缩放页面。笔靠近时，触摸无效。</translation>
    </message>
    <message>
        <source>Takes a colour</source>
        <translation>吸取颜色</translation>
    </message>
    <message>
        <source>Erases</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Speed of the pen that plays a redrawing</source>
        <translation>播放重画时画笔的速度</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Straight lines, shapes, and strokes that are moved, while the grid is shown.</source>
        <translation>显示网格时，直线、形状和移动的笔画会对齐网格。</translation>
    </message>
    <message>
        <source>Keep to the guides</source>
        <translation>对齐参考线</translation>
    </message>
    <message>
        <source>Ink, lines, shapes, and strokes that are moved, while the guides are shown.</source>
        <translation>显示参考线时，墨迹、直线、形状和移动的笔画会对齐参考线。</translation>
    </message>
    <message>
        <source>Upper button of the pen</source>
        <translation>笔的上按钮</translation>
    </message>
    <message>
        <source>Lower button of the pen</source>
        <translation>笔的下按钮</translation>
    </message>
    <message>
        <source>Strokes of a photo&apos;s sketch</source>
        <translation>照片素描的笔画数</translation>
    </message>
    <message>
        <source>Width of a sketch&apos;s strokes</source>
        <translation>素描笔画的宽度</translation>
    </message>
    <message>
        <source>Colour of a sketch&apos;s strokes</source>
        <translation>素描笔画的颜色</translation>
    </message>
    <message>
        <source>Strokes of a sketch look drawn by hand</source>
        <translation>素描笔画看起来像手绘</translation>
    </message>
    <message>
        <source>Thin at the ends and uneven between; where they lie stays the same.</source>
        <translation>两端细，中间粗细不匀；位置不变。</translation>
    </message>
    <message>
        <source>Speed of the pen that plays a sketch</source>
        <translation>播放素描时笔的速度</translation>
    </message>
    <message>
        <source>Opacity of a new reference picture</source>
        <translation>新参考图片的不透明度</translation>
    </message>
    <message>
        <source>Hide reference pictures while drawing</source>
        <translation>作画时隐藏参考图片</translation>
    </message>
    <message>
        <source>Those on the page are away while the pen is down.</source>
        <translation>落笔期间，页面上的参考图片会隐去。</translation>
    </message>
    <message>
        <source>Server of the shared photos that are searched</source>
        <translation>所搜索的共享照片的服务器</translation>
    </message>
    <message>
        <source>Their collection on that server</source>
        <translation>它们在该服务器上的图库</translation>
    </message>
    <message>
        <source>Shortcuts as in</source>
        <translation>快捷键方案</translation>
    </message>
    <message>
        <source>Shortcuts that the user changed, COMMAND=KEYS</source>
        <translation>用户更改的快捷键，COMMAND=KEYS</translation>
    </message>
    <message>
        <source>Commands last chosen in the command palette</source>
        <translation>命令面板中最近选择的命令</translation>
    </message>
    <message>
        <source>Strength of tints</source>
        <translation>着色的强度</translation>
    </message>
    <message>
        <source>What strokes are scored by</source>
        <translation>为笔画打分的依据</translation>
    </message>
    <message>
        <source>The category strokes are scored by</source>
        <translation>为笔画打分所依据的类别</translation>
    </message>
    <message>
        <source>The words strokes are scored by</source>
        <translation>为笔画打分所依据的文字</translation>
    </message>
    <message>
        <source>What is warped to the other</source>
        <translation>使哪一方变形贴合另一方</translation>
    </message>
    <message>
        <source>Show how the drawing lies on the photo as a grid</source>
        <translation>用网格显示画在照片上的位置</translation>
    </message>
    <message>
        <source>Variants of a redrawing</source>
        <translation>重画的变体数</translation>
    </message>
    <message>
        <source>How freely the model draws</source>
        <translation>模型画得多自由</translation>
    </message>
    <message>
        <source>Show how the drawing may go on</source>
        <translation>显示画可以怎样继续</translation>
    </message>
    <message>
        <source>Recognise symbols as they are drawn</source>
        <translation>作画时识别符号</translation>
    </message>
    <message>
        <source>Put a recognised symbol in the place of what was drawn</source>
        <translation>用识别出的符号替换所画的</translation>
    </message>
    <message>
        <source>Where files were last opened or saved</source>
        <translation>最近打开或保存文件的位置</translation>
    </message>
    <message>
        <source>Drawings opened or saved last, newest first</source>
        <translation>最近打开或保存的画，最新的在前</translation>
    </message>
    <message>
        <source>Files in Open Recent</source>
        <translation>“最近打开”中的文件数</translation>
    </message>
    <message>
        <source>Keep reference pictures inside .strokewise files</source>
        <translation>在 .strokewise 文件中保存参考图片</translation>
    </message>
    <message>
        <source>If not, a file only remembers where on this computer they are.</source>
        <translation>否则文件只记住它们在这台电脑上的位置。</translation>
    </message>
    <message>
        <source>The tour was offered at the first start</source>
        <translation>首次启动时已提供导览</translation>
    </message>
    <message>
        <source>Place of the window, base64</source>
        <translation>窗口的位置，base64</translation>
    </message>
    <message>
        <source>Tool bars and docks, base64</source>
        <translation>工具栏和面板，base64</translation>
    </message>
    <message>
        <source>The settings cannot be saved: {reason}.</source>
        <translation>无法保存设置：{reason}。</translation>
    </message>
    <message>
        <source>There is no closed outline around this place.</source>
        <translation>这个位置周围没有闭合的轮廓。</translation>
    </message>
    <message>
        <source>Fill outline</source>
        <translation>填充轮廓</translation>
    </message>
    <message>
        <source>Draw line</source>
        <translation>画直线</translation>
    </message>
    <message>
        <source>Move stroke</source>
        <translation>移动笔画</translation>
    </message>
    <message>
        <source>Move {number} strokes</source>
        <translation>移动 {number} 笔</translation>
    </message>
    <message>
        <source>Erase part of stroke</source>
        <translation>擦除笔画的一部分</translation>
    </message>
    <message>
        <source>Erase parts of {count} strokes</source>
        <translation>擦除 {count} 笔的一部分</translation>
    </message>
    <message>
        <source>Draw circle</source>
        <translation>画圆</translation>
    </message>
    <message>
        <source>Draw ellipse</source>
        <translation>画椭圆</translation>
    </message>
    <message>
        <source>Draw rectangle</source>
        <translation>画矩形</translation>
    </message>
    <message>
        <source>Draw polygon</source>
        <translation>画多边形</translation>
    </message>
    <message>
        <source>Draw stroke</source>
        <translation>画一笔</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>变形</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Erase stroke</source>
        <translation>擦除笔画</translation>
    </message>
    <message>
        <source>Erase {count} strokes</source>
        <translation>擦除 {count} 笔</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>首选项(&amp;F)…</translation>
    </message>
    <message>
        <source>Show &amp;Docks</source>
        <translation>显示面板(&amp;D)</translation>
    </message>
    <message>
        <source>Show the docks, or hide them all</source>
        <translation>显示面板，或全部隐藏</translation>
    </message>
    <message>
        <source>&amp;Canvas Only</source>
        <translation>仅画布(&amp;C)</translation>
    </message>
    <message>
        <source>Hide everything but the canvas</source>
        <translation>隐藏画布以外的一切</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Next Part of the Window</source>
        <translation>窗口的下一部分(&amp;N)</translation>
    </message>
    <message>
        <source>Go on to the next part: canvas, tool bar, docks, status bar</source>
        <translation>转到下一部分：画布、工具栏、面板、状态栏</translation>
    </message>
    <message>
        <source>&amp;Previous Part of the Window</source>
        <translation>窗口的上一部分(&amp;P)</translation>
    </message>
    <message>
        <source>Go back to the previous part of the window</source>
        <translation>回到窗口的上一部分</translation>
    </message>
    <message>
        <source>Add &amp;Reference Pictures…</source>
        <translation>添加参考图片(&amp;R)…</translation>
    </message>
    <message>
        <source>Add pictures to draw from</source>
        <translation>添加要参照的图片</translation>
    </message>
    <message>
        <source>Show Reference &amp;Pictures</source>
        <translation>显示参考图片(&amp;P)</translation>
    </message>
    <message>
        <source>Show the reference pictures on the page</source>
        <translation>显示页面上的参考图片</translation>
    </message>
    <message>
        <source>Reference at &amp;{percent} %</source>
        <translation>参考图片 &amp;{percent} %</translation>
    </message>
    <message>
        <source>Show the selected reference picture at {percent} %; again: as before</source>
        <translation>以 {percent} % 显示所选参考图片；再按一次：恢复</translation>
    </message>
    <message>
        <source>&amp;Find Command…</source>
        <translation>查找命令(&amp;F)…</translation>
    </message>
    <message>
        <source>Find a command by a few letters of its name</source>
        <translation>用名称中的几个字母查找命令</translation>
    </message>
    <message>
        <source>Strokewise &amp;Help</source>
        <translation>Strokewise 帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Tour of the Window</source>
        <translation>窗口导览(&amp;T)</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>可靠</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Legend of the lines on the photo</source>
        <translation>照片上线条的图例</translation>
    </message>
    <message>
        <source>Blue lines are sure matches, grey ones are doubtful</source>
        <translation>蓝色线条表示可靠的对应，灰色表示存疑</translation>
    </message>
    <message>
        <source>Reference photo with the drawing&apos;s lines</source>
        <translation>带有画中线条的参考照片</translation>
    </message>
    <message>
        <source>Pull stroke to photo</source>
        <translation>把笔画拉向照片</translation>
    </message>
    <message>
        <source>Pull {number} strokes to photo</source>
        <translation>把 {number} 笔拉向照片</translation>
    </message>
    <message>
        <source>Draw something first: then a photo can be found for it.</source>
        <translation>请先画点什么：然后就能为它找到照片。</translation>
    </message>
    <message>
        <source>Add photos of your own in the Photos dock first.</source>
        <translation>请先在“照片”面板中添加你自己的照片。</translation>
    </message>
    <message>
        <source>Fill A and B, and the slider goes from one to the other; with C, the model draws A − B + C.</source>
        <translation>填入 A 和 B，滑块可从一个到另一个；有 C 时，模型画 A − B + C。</translation>
    </message>
    <message>
        <source>Fill {place}</source>
        <translation>填入 {place}</translation>
    </message>
    <message>
        <source>Draw {sum}</source>
        <translation>画 {sum}</translation>
    </message>
    <message>
        <source>Selected Strokes</source>
        <translation>选中的笔画</translation>
    </message>
    <message>
        <source>Whole Drawing</source>
        <translation>整幅画</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>Empty It</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>On the way from A to B…</source>
        <translation>从 A 到 B 的途中…</translation>
    </message>
    <message>
        <source>Have the model draw the sum; each time otherwise</source>
        <translation>让模型画出这个和；每次不同</translation>
    </message>
    <message>
        <source>From A to B</source>
        <translation>从 A 到 B</translation>
    </message>
    <message>
        <source>State of the blend</source>
        <translation>混合的状态</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Nothing came of this sum; try again, or other drawings.</source>
        <translation>这个和没有结果；再试一次，或换别的画。</translation>
    </message>
    <message>
        <source>&amp;Show how it may go on</source>
        <translation>显示可能的后续(&amp;S)</translation>
    </message>
    <message>
        <source>Take It</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>换一个</translation>
    </message>
    <message>
        <source>A faint proposal on the page after each stroke</source>
        <translation>每一笔之后在页面上淡淡地给出建议</translation>
    </message>
    <message>
        <source>Draw the proposed strokes</source>
        <translation>画出建议的笔画</translation>
    </message>
    <message>
        <source>Show another way to go on</source>
        <translation>显示另一种后续</translation>
    </message>
    <message>
        <source>State of the proposal</source>
        <translation>建议的状态</translation>
    </message>
    <message>
        <source>Drawing on drops the proposal.</source>
        <translation>继续画就放弃建议。</translation>
    </message>
    <message>
        <source>{take} takes the proposal, {other} shows another; drawing on drops it.</source>
        <translation>{take} 采用建议，{other} 显示另一个；继续画则放弃。</translation>
    </message>
    <message>
        <source>Proposal {place} of {count}.</source>
        <translation>建议 {place} / {count}。</translation>
    </message>
    <message>
        <source>It looks complete.</source>
        <translation>看起来已经完整。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>What of the photo is sketched</source>
        <translation>素描照片的哪些部分</translation>
    </message>
    <message>
        <source>Whole drawing</source>
        <translation>整幅画</translation>
    </message>
    <message>
        <source>Reference photo</source>
        <translation>参考照片</translation>
    </message>
    <message>
        <source>Choose a Part</source>
        <translation>选择一部分</translation>
    </message>
    <message>
        <source>All of It</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Variant {place}</source>
        <translation>变体 {place}</translation>
    </message>
    <message>
        <source>What is drawn again</source>
        <translation>重画什么</translation>
    </message>
    <message>
        <source>Part of the photo</source>
        <translation>照片的一部分</translation>
    </message>
    <message>
        <source>Drag a rectangle on the photo: only that is drawn</source>
        <translation>在照片上拖出矩形：只画那一部分</translation>
    </message>
    <message>
        <source>Draw the whole photo</source>
        <translation>画整张照片</translation>
    </message>
    <message>
        <source>Number of variants</source>
        <translation>变体数</translation>
    </message>
    <message>
        <source>How many drawings to choose from</source>
        <translation>可供选择的画数</translation>
    </message>
    <message>
        <source>Freedom</source>
        <translation>自由度</translation>
    </message>
    <message>
        <source>To the right the model draws more freely</source>
        <translation>越往右，模型画得越自由</translation>
    </message>
    <message>
        <source>Have the model draw it, stroke by stroke</source>
        <translation>让模型一笔一笔地画</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Draw it once more, but otherwise</source>
        <translation>再画一次，但要不同</translation>
    </message>
    <message>
        <source>Progress of the redrawing</source>
        <translation>重画的进度</translation>
    </message>
    <message>
        <source>State of the redrawing</source>
        <translation>重画的状态</translation>
    </message>
    <message>
        <source>A click puts a variant on the page</source>
        <translation>点击把一个变体放到页面上</translation>
    </message>
    <message>
        <source>&amp;Variants</source>
        <translation>变体(&amp;V)</translation>
    </message>
    <message>
        <source>Free&amp;dom</source>
        <translation>自由度(&amp;D)</translation>
    </message>
    <message>
        <source>Draw something or open a photo, and it is drawn again, stroke by stroke.</source>
        <translation>画点什么或打开照片，它会一笔一笔地重画。</translation>
    </message>
    <message>
        <source>Choose a photo to draw again</source>
        <translation>选择要重画的照片</translation>
    </message>
    <message>
        <source>What the model draws</source>
        <translation>模型画的内容</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>画完</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>How fast the pen draws</source>
        <translation>笔画得多快</translation>
    </message>
    <message>
        <source>Put these strokes in the place of the faded ones</source>
        <translation>用这些笔画替换淡化的笔画</translation>
    </message>
    <message>
        <source>Away with the preview</source>
        <translation>移除预览</translation>
    </message>
    <message>
        <source>Have the pen rest where it is</source>
        <translation>让笔停在原处</translation>
    </message>
    <message>
        <source>Watch the pen draw it, stroke by stroke</source>
        <translation>观看画笔一笔一笔地绘制</translation>
    </message>
    <message>
        <source>Draw the symbol first, or select its strokes.</source>
        <translation>先画出符号，或选中它的笔画。</translation>
    </message>
    <message>
        <source>Symbol {name}</source>
        <translation>符号 {name}</translation>
    </message>
    <message>
        <source>There is nothing to draw again: draw, or open a photo.</source>
        <translation>没有可重画的：画点什么，或打开照片。</translation>
    </message>
    <message>
        <source>Done in {seconds:.1f} s.</source>
        <translation>{seconds:.1f} 秒完成。</translation>
    </message>
    <message>
        <source>Nothing came of it this time; try Again.</source>
        <translation>这次没有结果；请“再来一次”。</translation>
    </message>
    <message>
        <source>A collection of photos on your studio&apos;s Qdrant server, filled by &lt;code&gt;strokewise gallery share&lt;/code&gt;. Your drawing stays here: only the numbers that the encoder makes of it are sent there, and only while this collection is chosen.</source>
        <translation>工作室 Qdrant 服务器上的照片图库，由 &lt;code&gt;strokewise gallery share&lt;/code&gt; 填充。你的画留在本机：只有编码器由它算出的数会发送过去，而且仅在选中此图库时。</translation>
    </message>
    <message>
        <source>Shared Collection</source>
        <translation>共享图库</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>Name of the collection</source>
        <translation>图库名称</translation>
    </message>
    <message>
        <source>Search There</source>
        <translation>在那里搜索</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>服务器(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Collection</source>
        <translation>图库(&amp;C)</translation>
    </message>
    <message>
        <source>Asking for {name}…</source>
        <translation>正在询问 {name}…</translation>
    </message>
    <message>
        <source>The photo and its sketch</source>
        <translation>照片及其素描</translation>
    </message>
    <message>
        <source>Click a stroke to choose it; drag over a region to lock it</source>
        <translation>点击笔画以选择；拖过区域以锁定</translation>
    </message>
    <message>
        <source>Looks like none of the symbols.</source>
        <translation>不像任何一个符号。</translation>
    </message>
    <message>
        <source>Looks like: {name}, {probability}</source>
        <translation>看起来像：{name}，{probability}</translation>
    </message>
    <message>
        <source>Exported {count} symbols.</source>
        <translation>已导出 {count} 个符号。</translation>
    </message>
    <message>
        <source>Imported {count} symbols.</source>
        <translation>已导入 {count} 个符号。</translation>
    </message>
    <message>
        <source>{name} is too large to hold symbols.</source>
        <translation>{name} 太大，不像是符号文件。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>无法读取 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{name} cannot be moved: {reason}.</source>
        <translation>无法移动 {name}：{reason}。</translation>
    </message>
    <message>
        <source>Draw a symbol, name it, and it is known again from then on.</source>
        <translation>画一个符号，给它起名，此后就能认出它。</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>教会</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Make It Clean</source>
        <translation>变规整</translation>
    </message>
    <message>
        <source>&amp;Recognise symbols as I draw</source>
        <translation>作画时识别符号(&amp;R)</translation>
    </message>
    <message>
        <source>Make them &amp;clean at once</source>
        <translation>立即变规整(&amp;C)</translation>
    </message>
    <message>
        <source>Put the symbol&apos;s clean version in the place of what you drew</source>
        <translation>用符号的规整版替换你所画的</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Name of the symbol</source>
        <translation>符号名称</translation>
    </message>
    <message>
        <source>The selected strokes, or what you drew last, are a symbol of this name</source>
        <translation>选中的笔画或刚画的内容，就是以此为名的符号</translation>
    </message>
    <message>
        <source>Double-click a name to change it</source>
        <translation>双击名称以更改</translation>
    </message>
    <message>
        <source>Draw the symbol&apos;s clean version on the page</source>
        <translation>把符号的规整版画到页面上</translation>
    </message>
    <message>
        <source>Forget the symbol</source>
        <translation>忘记这个符号</translation>
    </message>
    <message>
        <source>Rename, import, export</source>
        <translation>重命名、导入、导出</translation>
    </message>
    <message>
        <source>Say after each stroke which symbol it looks like</source>
        <translation>每一笔后说出它像哪个符号</translation>
    </message>
    <message>
        <source>A moment after the pen is up, the clean version takes the place of what you drew</source>
        <translation>抬笔片刻后，规整版会替换你所画的</translation>
    </message>
    <message>
        <source>Recognised symbol</source>
        <translation>识别出的符号</translation>
    </message>
    <message>
        <source>{name}, examples: {count}</source>
        <translation>{name}，示例：{count}</translation>
    </message>
    <message>
        <source>Have the model draw it again: the selected strokes, the drawing or the photo</source>
        <translation>让模型重画：选中的笔画、整幅画或照片</translation>
    </message>
    <message>
        <source>A&amp;gain</source>
        <translation>再来一次(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Play or Pause</source>
        <translation>播放或暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Watch the pen draw the preview, point by point</source>
        <translation>看笔一点一点地画出预览</translation>
    </message>
    <message>
        <source>&amp;Keep Redrawing</source>
        <translation>保留重画(&amp;K)</translation>
    </message>
    <message>
        <source>Add the strokes of the preview to the drawing</source>
        <translation>把预览的笔画加入画中</translation>
    </message>
    <message>
        <source>R&amp;eplace by Redrawing</source>
        <translation>用重画替换(&amp;E)</translation>
    </message>
    <message>
        <source>Put the strokes of the preview in the place of those that were drawn again</source>
        <translation>用预览的笔画替换被重画的笔画</translation>
    </message>
    <message>
        <source>&amp;Drop Redrawing</source>
        <translation>放弃重画(&amp;D)</translation>
    </message>
    <message>
        <source>Show How It May Go &amp;On</source>
        <translation>显示可能的后续(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Take the Proposal</source>
        <translation>采用建议(&amp;T)</translation>
    </message>
    <message>
        <source>Show A&amp;nother Proposal</source>
        <translation>显示另一个建议(&amp;N)</translation>
    </message>
    <message>
        <source>Recognise &amp;Symbols</source>
        <translation>识别符号(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Make It a Clean Symbol</source>
        <translation>变为规整符号(&amp;M)</translation>
    </message>
    <message>
        <source>Put the symbol&apos;s clean version in the place of what was drawn</source>
        <translation>用符号的规整版替换所画的</translation>
    </message>
    <message>
        <source>Make Symbols &amp;Clean at Once</source>
        <translation>立即使符号规整(&amp;C)</translation>
    </message>
    <message>
        <source>A symbol&apos;s clean version takes the place of what was drawn by itself</source>
        <translation>符号的规整版自动替换所画的</translation>
    </message>
    <message>
        <source>G&amp;uides</source>
        <translation>参考线(&amp;U)</translation>
    </message>
    <message>
        <source>Show the guides</source>
        <translation>显示参考线</translation>
    </message>
    <message>
        <source>Keep &amp;to Guides</source>
        <translation>对齐参考线(&amp;T)</translation>
    </message>
    <message>
        <source>Add &amp;Level Guide</source>
        <translation>添加水平参考线(&amp;L)</translation>
    </message>
    <message>
        <source>Add a level guide; drag it with Select, double-click it for an exact place</source>
        <translation>添加水平参考线；用“选择”拖动，双击可输入精确位置</translation>
    </message>
    <message>
        <source>Add Up&amp;right Guide</source>
        <translation>添加垂直参考线(&amp;R)</translation>
    </message>
    <message>
        <source>Add an upright guide; drag it with Select, double-click it for an exact place</source>
        <translation>添加垂直参考线；用“选择”拖动，双击可输入精确位置</translation>
    </message>
    <message>
        <source>Remove &amp;All Guides</source>
        <translation>移除所有参考线(&amp;A)</translation>
    </message>
    <message>
        <source>Add guide</source>
        <translation>添加参考线</translation>
    </message>
    <message>
        <source>Move guide</source>
        <translation>移动参考线</translation>
    </message>
    <message>
        <source>Remove all guides</source>
        <translation>移除所有参考线</translation>
    </message>
    <message>
        <source>Draw with mouse or pen. Everything else waits until you ask for it.</source>
        <translation>用鼠标或笔来画。其他一切都等您需要时才出现。</translation>
    </message>
    <message>
        <source>## Drawing</source>
        <translation>## 绘画</translation>
    </message>
    <message>
        <source>Choose the **pen**, an **eraser** or another tool in the tool bar or by its key. A tablet&apos;s pressure sets the width; the eraser end of a pen erases whatever tool is chosen. **Escape** drops the stroke in progress.</source>
        <translation>在工具栏中或用快捷键选择**钢笔**、**橡皮**或其他工具。数位板的压力决定粗细；无论选了什么工具，笔的橡皮端都会擦除。**Escape** 放弃正在画的笔画。</translation>
    </message>
    <message>
        <source>![A house, a sun and a scribble, tinted; beside them what they look like](1_draw.png)</source>
        <translation>![房子、太阳和涂鸦，带着色；旁边是它们像什么](1_draw.png)</translation>
    </message>
    <message>
        <source>Select strokes with **Select** or the **lasso**: drag them, scale and turn them by the frame&apos;s handles. A **group** is selected as a whole. **Fill** covers the inside of an outline, of one stroke or of several.</source>
        <translation>用**选择**或**套索**选中笔画：拖动它们，用边框的手柄缩放和旋转。**编组**会整体选中。**填充**会覆盖轮廓的内部，轮廓可以由一笔或多笔组成。</translation>
    </message>
    <message>
        <source>**Guides**, added by the View menu, are lines to draw along: ink comes to lie on them. Drag them with **Select**, off the page to be rid of them; a double click asks for the exact place. They are part of no export.</source>
        <translation>**参考线**从“视图”菜单添加，可以沿着它们画：墨迹会落在线上。用**选择**拖动，拖出页面即可移除；双击可输入精确位置。导出时不包含参考线。</translation>
    </message>
    <message>
        <source>The wheel zooms to the pointer. Hold the **space bar** to move the page.</source>
        <translation>滚轮朝指针处缩放。按住**空格键**可移动页面。</translation>
    </message>
    <message>
        <source>Undo goes back as far as you like. The **History** dock shows every state as a small picture; a click goes there, and nothing is lost until you draw something else.</source>
        <translation>撤销可以一直退到您想要的地方。**历史**面板把每个状态显示为小图；单击即可回到那里，在您画别的之前什么都不会丢失。</translation>
    </message>
    <message>
        <source>![The sun is selected and was moved; the History dock lists what was done](2_select.png)</source>
        <translation>![太阳被选中并移动过；历史面板列出做过的事](2_select.png)</translation>
    </message>
    <message>
        <source>## Pictures to draw from</source>
        <translation>## 用来参照的图片</translation>
    </message>
    <message>
        <source>The **References** dock takes any number of pictures. A picture is seen in the dock, under the drawing or on top of it, at any opacity. Reference pictures are part of no export unless you tick them in the Export dialog. Strokewise files (`.strokewise`) keep them; SVG files do not.</source>
        <translation>**参考**面板可以放任意多张图片。图片可以显示在面板里、画的下面或上面，不透明度任意。除非您在导出对话框中勾选，参考图片不会被导出。Strokewise 文件（`.strokewise`）会保存它们；SVG 文件不会。</translation>
    </message>
    <message>
        <source>- *Move*: drag the picture, or a corner to scale it; arrow keys, plus and minus do the same. Escape ends.
- *Lock*: the picture stays where it is.
- *Crop*: drag a frame; the rest is kept and can be shown again.
- *Use for the Models*: Abstract, Assist and Match look at this picture.</source>
        <translation>- *移动*：拖动图片，或拖动一角来缩放；方向键、加号和减号也一样。Escape 结束。
- *锁定*：图片留在原处。
- *裁剪*：拖出一个框；其余部分会保留，可以再次显示。
- *供模型使用*：抽象、助手和对应会看这张图片。</translation>
    </message>
    <message>
        <source>## What the models do</source>
        <translation>## 模型做什么</translation>
    </message>
    <message>
        <source>Nothing is sent anywhere: the models run on this machine. Their results are previews, or edits that you can undo. **Assist** says what the drawing looks like and tints strokes while you draw: blue helps, orange hurts, grey does not matter. *Clean My Sketch* shows the drawing without what hurts; *What It Hangs On* marks the short stroke that makes the guess. The status bar names the encoder and the device in use; a click on a job there lists all jobs, each with its own cancel.</source>
        <translation>什么都不会发送出去：模型在本机运行。它们的结果是预览，或是可以撤销的编辑。**助手**说出这幅画像什么，并在您绘画时给笔画着色：蓝色有帮助，橙色有妨碍，灰色无关紧要。*清理我的草图*显示去掉妨碍部分后的画；*取决于哪一笔*标出决定猜测的那一小笔。状态栏显示所用的编码器和设备；单击其中的任务会列出所有任务，每个都可以单独取消。</translation>
    </message>
    <message>
        <source>![Before and after cleaning: the scribble is faint](3_clean.png)</source>
        <translation>![清理前后：涂鸦变淡了](3_clean.png)</translation>
    </message>
    <message>
        <source>## A photo as a sketch</source>
        <translation>## 把照片变成草图</translation>
    </message>
    <message>
        <source>**Abstract** turns a photo into a sketch of as few strokes as you choose. The slider shows the nearest sketch that is ready at once, and refines it; *Fewest* chooses for you. What is veiled in the dock&apos;s picture stays out: *Subject…* corrects that with a brush, *Whole scene* lifts it.</source>
        <translation>**抽象**把照片变成草图，笔画数由您决定。滑块立即显示最接近的现成草图，并加以细化；*最少*替您选择。面板图片中被遮住的部分不画：*主体…*可以用画笔修正，*整个场景*则取消遮盖。</translation>
    </message>
    <message>
        <source>![A photo of a cat under the sketch that is being made of it](4_abstract.png)</source>
        <translation>![一张猫的照片，上面是正在生成的草图](4_abstract.png)</translation>
    </message>
    <message>
        <source>- *Play* draws the sketch on the canvas stroke by stroke, at your speed, so that you can draw along.
- *Draw around* makes the next sketch go with strokes of yours, which stay as they are.
- Click a stroke in the dock&apos;s picture, then *Another Stroke*. Drag over a region, and the strokes in it stay at the next *Start*. The arrow keys go from stroke to stroke, and the space bar asks for another.
- Width, colour and *Hand-drawn* change how the strokes look, not where they lie.</source>
        <translation>- *播放*按您的速度在画布上一笔一笔地画出草图，您可以跟着画。
- *围绕绘制*让下一幅草图与您的笔画相配，您的笔画保持不变。
- 在面板图片中单击一笔，然后单击*换一笔*。拖过一个区域，其中的笔画在下次*开始*时保持不变。方向键在笔画之间移动，空格键要求换一笔。
- 粗细、颜色和*手绘感*改变笔画的样子，不改变位置。</translation>
    </message>
    <message>
        <source>![The sketch is kept: strokes like all others](5_keep.png)</source>
        <translation>![草图被保留：和其他笔画一样](5_keep.png)</translation>
    </message>
    <message>
        <source>## Where is this on the photo?</source>
        <translation>## 这在照片的哪里？</translation>
    </message>
    <message>
        <source>**Match** shows where each stroke lies on the reference photo; what is doubtful is grey and dashed. Point at a stroke to see its place on the photo, or at the photo to see its place in the drawing. A slider warps the photo to the drawing, or shows the drawing pulled to the photo; *Pull to Photo* then moves the selected strokes, or all of them, that far. While the photo lies under the drawing, place counts; without it only the shape does. *Show It as a Photo* finds the photo of yours that fits best and warps it to the drawing.</source>
        <translation>**对应**显示每一笔在参考照片上的位置；不确定的是灰色虚线。指向一笔可以看到它在照片上的位置，指向照片可以看到它在画中的位置。滑块把照片变形到画，或显示拉向照片的画；*拉向照片*随后把选中的笔画或全部笔画移动到那里。照片在画的下面时，位置算数；没有照片时只看形状。*显示为照片*找到您最合适的照片，并把它变形到画。</translation>
    </message>
    <message>
        <source>## Drawn again</source>
        <translation>## 再画一遍</translation>
    </message>
    <message>
        <source>**Redraw** draws the selected strokes, the drawing or the photo again, in a few strokes of its own:</source>
        <translation>**重画**用自己的几笔把选中的笔画、整幅画或照片再画一遍：</translation>
    </message>
    <message>
        <source>- *Redraw*: choose a variant, watch the pen draw it, and keep it, or let it replace the strokes it was made from.
- *Finish*: after each stroke a faint proposal shows how the drawing may go on. One key takes it, another shows the next; drawing on drops it.
- *Blend*: fill the slots A, B and C, and see A − B + C, or go from A to B with the slider.
- *Symbols*: draw a symbol and name it, and it is known again. One key puts its clean version in the place of what you drew.</source>
        <translation>- *重画*：选一个变体，看笔把它画出来，然后保留，或让它替换原来的笔画。
- *画完*：每一笔之后，淡淡的建议显示这幅画可以怎样继续。一个键接受，另一个键显示下一个；继续画就会放弃它。
- *混合*：填入 A、B 和 C，看 A − B + C，或用滑块从 A 走到 B。
- *符号*：画一个符号并命名，之后就能认出它。一个键用它的整洁版本替换您画的东西。</translation>
    </message>
    <message>
        <source>## Files</source>
        <translation>## 文件</translation>
    </message>
    <message>
        <source>**Export** writes PNG at any scale, with or without the white of the page, PDF and SVG. If the program or the machine stops, the next start offers what you drew.</source>
        <translation>**导出**可以写出任意比例的 PNG（带或不带页面的白色）、PDF 和 SVG。如果程序或电脑停止，下次启动时会提供您画过的内容。</translation>
    </message>
    <message>
        <source>![The Export dialog](6_export.png)</source>
        <translation>![导出对话框](6_export.png)</translation>
    </message>
    <message>
        <source>## The window</source>
        <translation>## 窗口</translation>
    </message>
    <message>
        <source>Docks can be dragged, laid on each other, and closed; the View menu brings them back. One key hides all docks, another leaves the canvas alone. **F6** goes round the parts of the window without a mouse. **Find Command** finds everything by a few letters of its name. Every key can be changed in **Preferences**, where the keys of Krita and Inkscape are ready to choose.</source>
        <translation>面板可以拖动、叠放和关闭；“视图”菜单可以把它们找回来。一个键隐藏所有面板，另一个键只留下画布。**F6** 不用鼠标即可在窗口各部分之间移动。**查找命令**只需名称的几个字母就能找到一切。每个快捷键都可以在**首选项**中更改，那里也有 Krita 和 Inkscape 的快捷键可选。</translation>
    </message>
</context>
</TS>
