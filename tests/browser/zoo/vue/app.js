// A site of two pages, drawn by Vue, as the recipe has it.
import { createApp } from "vue";

// recipe
const Questions = {
  props: { clinic: String },
  emits: ["book"],
  template: `
    <self-screen :clinic-name="clinic" booking-url="https://harbor.example/book" region="us"
                 routes="racemic esketamine kap" accent="#0b6e4f" @selfscreen-book="$emit('book')">
      <p><a href="https://harbor.example/book">Book a consultation</a> or call <a href="tel:+15550100">555-0100</a>.
         In a crisis, call or text <a href="tel:988">988</a>.</p>
    </self-screen>`,
};
// /recipe

const App = {
  components: { Questions },
  data: () => ({ path: location.pathname, clinic: "Harbor Clinic", drawn: 0, mounted: 0, booked: 0 }),
  created() {
    addEventListener("popstate", () => { this.path = location.pathname; });
  },
  methods: {
    go(event) {
      history.pushState(null, "", event.currentTarget.pathname);
      this.path = location.pathname;
    },
  },
  template: `
    <main>
      <nav><a id="home" href="/" @click.prevent="go">Home</a> <a id="questions" href="/questions" @click.prevent="go">Questions</a></nav>
      <button id="draw" @click="drawn += 1">Drawn {{ drawn }} times</button>
      <button id="mount" @click="mounted += 1">Mount anew</button>
      <button id="change" @click="clinic = 'Quay Clinic'">The other clinic</button>
      <output>{{ booked }}</output>
      <Questions v-if="path === '/questions'" :key="mounted" :clinic="clinic" @book="booked += 1" />
    </main>`,
};

// recipe
const app = createApp(App);
app.config.compilerOptions.isCustomElement = (name) => name === "self-screen";
app.mount("#app");
// /recipe
window.unmount = () => app.unmount();
