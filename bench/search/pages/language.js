// The page is in the language that its address names: index.html?ru
document.documentElement.lang = location.search.slice(1) || "en";

/** Load a script once and say when it has run. */
function load(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.async = false; // those asked for together run in that order
    script.onload = resolve;
    script.onerror = () => reject(new Error(address));
    document.head.appendChild(script);
  });
}
