using Microsoft.AspNetCore.Components;

namespace Sakip.Functions.Web;

/// <summary>
/// A component with one model. Razor makes every component public, and a public parameter cannot have an internal type:
/// so the model is handed over as an object, and the component names its type where it reads it.
/// </summary>
public abstract class View : ComponentBase
{
    [Parameter]
    [EditorRequired]
    public object? Given { get; set; }
}
