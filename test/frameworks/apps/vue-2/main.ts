import Vue from 'vue';
import Login from './Login.vue';

Vue.config.ignoredElements = [/^ydrz-/];
new Vue({ render: (create) => create(Login) }).$mount('#app');
