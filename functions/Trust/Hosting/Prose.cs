using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Ascs.Trust.Hosting;

/// <summary>A text on a page. An address in it may break after a slash: on a narrow screen it would break inside a word. What is copied is the text as it is.</summary>
public sealed partial class Prose : ComponentBase
{
    /// <summary>The text.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var pieces = AfterSlash().Split(Text);
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i > 0) builder.AddMarkupContent(0, "<wbr>");
            builder.AddContent(1, pieces[i]);
        }
    }

    // After a single slash: `://` stays whole.
    [GeneratedRegex("(?<=[^/]/)(?!/)")]
    private static partial Regex AfterSlash();
}
